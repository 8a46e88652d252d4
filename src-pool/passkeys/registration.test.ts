import { beforeEach, describe, expect, it } from 'vitest'
import type { ConfigurationInput } from '../configuration/configuration.ts'
import {
  passwordSignIn,
  poolUnderTest,
  registerPasskey,
  type PoolUnderTest,
} from '../test-bed/pool-under-test.ts'
import {
  authenticatorUnderTest,
  type CreationOptions,
  type Faults,
} from './authenticator-under-test.ts'

const password = 'Practice-Password-1!'
const pool = (more: Partial<ConfigurationInput['pools'][number]> = {}): ConfigurationInput => ({
  pools: [
    {
      id: 'us-east-1_Passkeys1',
      allowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'],
      webAuthnConfiguration: { relyingPartyId: 'auth.practice.example' },
      clients: ['app', 'other'].map((name) => ({
        name,
        id: name,
        explicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_USER_PASSWORD_AUTH'],
      })),
      users: ['ann', 'ben'].map((username) => ({ username, password })),
      ...more,
    },
  ],
})
const explicitAuthFlows = ['ALLOW_USER_PASSWORD_AUTH' as const]
const lite = {
  tier: 'LITE' as const,
  clients: [{ name: 'app', id: 'app', explicitAuthFlows }],
}
const origin = 'https://auth.practice.example'

let test: PoolUnderTest
let AccessToken: string
let authenticator: ReturnType<typeof authenticatorUnderTest>

const tokenOf = async (name: string, client = 'app') => {
  const answer = await test.succeed('InitiateAuth', passwordSignIn(client, name, password))
  return answer.AuthenticationResult?.['AccessToken'] ?? ''
}
const set = async (configuration: ConfigurationInput) => {
  test = poolUnderTest(configuration)
  AccessToken = await tokenOf('ann')
}
const start = async (): Promise<CreationOptions> => {
  const answer = await test.succeed('StartWebAuthnRegistration', { AccessToken })
  if (!answer.CredentialCreationOptions) throw new Error('no options')
  return answer.CredentialCreationOptions
}
const complete = (Credential: object) => ({ AccessToken, Credential })
const refusedWith = async (requestFaults: Faults) =>
  test.refusal(
    'CompleteWebAuthnRegistration',
    complete(authenticator.register(await start(), requestFaults)),
  )
const list = (more: object = {}) =>
  test.succeed('ListWebAuthnCredentials', { AccessToken, ...more })

beforeEach(async () => {
  authenticator = authenticatorUnderTest(origin)
  await set(pool())
})

describe('StartWebAuthnRegistration', () => {
  it('names the relying party, the user by the text of the sub, and what is to be excluded', async () => {
    const id = await registerPasskey(test, AccessToken, authenticator)
    const { sub } = test.pool.describe()[0]?.users[0] ?? {}
    expect(await start()).toEqual({
      rp: { id: 'auth.practice.example', name: 'auth.practice.example' },
      user: {
        id: Buffer.from(sub ?? '').toString('base64url'),
        name: 'ann',
        displayName: 'ann',
      },
      challenge: expect.stringMatching(/^[\w-]{43}$/) as string,
      pubKeyCredParams: [
        { type: 'public-key', alg: -7 },
        { type: 'public-key', alg: -257 },
      ],
      timeout: 60_000,
      excludeCredentials: [{ type: 'public-key', id }],
      authenticatorSelection: {
        requireResidentKey: true,
        residentKey: 'required',
        userVerification: 'preferred',
      },
    })
  })

  it.each([
    ['WebAuthnNotEnabledException', pool({ allowedFirstAuthFactors: ['PASSWORD'] })],
    ['WebAuthnNotEnabledException', pool({ ...lite, allowedFirstAuthFactors: ['PASSWORD'] })],
    ['WebAuthnConfigurationMissingException', pool({ webAuthnConfiguration: {} })],
  ])('answers %s where the pool has no passkeys', async (exception, configuration) => {
    await set(configuration)
    expect(await test.refusal('StartWebAuthnRegistration', { AccessToken })).toContain(exception)
  })

  it('stops at twenty passkeys, also when the twenty-first was begun in time', async () => {
    for (let count = 1; count < 20; count++) await registerPasskey(test, AccessToken, authenticator)
    const begun = [authenticator.register(await start()), authenticator.register(await start())]
    await test.succeed('CompleteWebAuthnRegistration', complete(begun[0] ?? {}))
    const late = await test.refusal('CompleteWebAuthnRegistration', complete(begun[1] ?? {}))
    expect(late).toContain('LimitExceededException')
    expect(await test.refusal('StartWebAuthnRegistration', { AccessToken })).toContain(
      'LimitExceededException',
    )
  })
})

describe('CompleteWebAuthnRegistration', () => {
  it.each<[string, Faults]>([
    ['WebAuthnOriginNotAllowedException', { origin: 'https://practice.example' }],
    ['WebAuthnRelyingPartyMismatchException', { rpId: 'other.example' }],
    ['WebAuthnCredentialNotSupportedException', { algorithm: -8 }],
    ['WebAuthnChallengeNotFoundException', { challenge: 'another' }],
  ])('answers %s, and keeps no passkey', async (exception, requestFaults) => {
    expect(await refusedWith(requestFaults)).toContain(exception)
    expect((await list()).Credentials).toEqual([])
  })

  it('takes a challenge once, and only until its time is over', async () => {
    const credential = authenticator.register(await start())
    const late = authenticator.register(await start())
    await test.succeed('CompleteWebAuthnRegistration', complete(credential))
    const again = await test.refusal('CompleteWebAuthnRegistration', complete(credential))
    test.wait(180)
    const expired = await test.refusal('CompleteWebAuthnRegistration', complete(late))
    for (const text of [again, expired])
      expect(text).toContain('WebAuthnChallengeNotFoundException')
  })

  it("refuses another user's challenge, and another client's token", async () => {
    const credential = authenticator.register(await start())
    AccessToken = await tokenOf('ben')
    expect(await test.refusal('CompleteWebAuthnRegistration', complete(credential))).toContain(
      'WebAuthnChallengeNotFoundException',
    )
    AccessToken = await tokenOf('ann', 'other')
    expect(await test.refusal('CompleteWebAuthnRegistration', complete(credential))).toContain(
      'WebAuthnClientMismatchException',
    )
  })

  it('refuses a challenge of a sign-in', async () => {
    await registerPasskey(test, AccessToken, authenticator)
    const AuthParameters = { USERNAME: 'ann', PREFERRED_CHALLENGE: 'WEB_AUTHN' }
    const challenge = await test.succeed('InitiateAuth', {
      AuthFlow: 'USER_AUTH',
      ClientId: 'app',
      AuthParameters,
    })
    const { CREDENTIAL_REQUEST_OPTIONS = '' } = challenge.ChallengeParameters ?? {}
    const options = JSON.parse(CREDENTIAL_REQUEST_OPTIONS) as { readonly challenge: string }
    expect(await refusedWith({ challenge: options.challenge })).toContain(
      'WebAuthnChallengeNotFoundException',
    )
  })

  it('asks for a verified user where the pool requires it, and only there', async () => {
    await registerPasskey(test, AccessToken, authenticator, { userVerified: false })
    const required = { relyingPartyId: 'auth.practice.example', userVerification: 'required' }
    await set(pool({ webAuthnConfiguration: required as { userVerification: 'required' } }))
    expect(await refusedWith({ userVerified: false })).toContain(
      'WebAuthnCredentialNotSupportedException',
    )
  })

  it('requires an object, as in the model, that can be read', async () => {
    expect(
      await test.refusal('CompleteWebAuthnRegistration', { AccessToken, Credential: '{}' }),
    ).toContain('SerializationException')
    expect(await test.refusal('CompleteWebAuthnRegistration', complete({}))).toContain(
      'InvalidParameterException',
    )
  })
})

describe('ListWebAuthnCredentials and DeleteWebAuthnCredential', () => {
  it('describe each passkey as in the model, with times in seconds', async () => {
    const id = await registerPasskey(test, AccessToken, authenticator)
    expect((await list()).Credentials).toEqual([
      {
        AuthenticatorAttachment: 'platform',
        AuthenticatorTransports: ['internal'],
        CreatedAt: test.now() / 1000,
        CredentialId: id,
        FriendlyCredentialName: 'Passkey 1',
        RelyingPartyId: 'auth.practice.example',
      },
    ])
  })

  it('list more passkeys than fit on a page, and miss none', async () => {
    const ids: string[] = []
    for (let count = 0; count < 3; count++)
      ids.push(await registerPasskey(test, AccessToken, authenticator))
    const first = await list({ MaxResults: 2 })
    const second = await list({ MaxResults: 2, NextToken: first.NextToken })
    const seen = [...(first.Credentials ?? []), ...(second.Credentials ?? [])]
    expect(seen.map(({ CredentialId }) => CredentialId)).toEqual(ids)
    expect(second.NextToken).toBeUndefined()
  })

  it('remove one passkey and no other, and only once', async () => {
    const CredentialId = await registerPasskey(test, AccessToken, authenticator)
    const kept = await registerPasskey(test, AccessToken, authenticator)
    await test.succeed('DeleteWebAuthnCredential', { AccessToken, CredentialId })
    expect((await list()).Credentials).toMatchObject([{ CredentialId: kept }])
    expect(await test.refusal('DeleteWebAuthnCredential', { AccessToken, CredentialId })).toContain(
      'ResourceNotFoundException',
    )
  })
})
