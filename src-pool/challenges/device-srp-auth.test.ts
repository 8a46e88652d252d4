import { beforeEach, describe, expect, it } from 'vitest'
import { srpComputation, srpKeyPair } from '#engine/srp/client.ts'
import { modPowBigInt } from '#engine/srp/modular-exponentiation.ts'
import { integerFromHex, pad } from '#engine/srp/pad.ts'
import { claimSignature } from '#engine/srp/password-claim.ts'
import { srpVerifier } from '#engine/srp/server.ts'
import { srpTimestamp } from '#engine/srp/timestamp.ts'
import type { ConfigurationInput } from '../configuration/configuration.ts'
import {
  passwordSignIn,
  poolUnderTest,
  response,
  type AnswerBody,
} from '../test-bed/pool-under-test.ts'
import { sumChallenge } from '../triggers/sum-challenge.ts'

const password = 'Practice-Password-1!'
const deviceSecret = 'the random password of the device'
const totpSecret = 'AUTHSCOPEPRACTICETOTPSECRETTHATGUARDSNOTHINGATALL22A'
const respond = 'RespondToAuthChallenge'
const pair = srpKeyPair(
  Uint8Array.from({ length: 128 }, (_, index) => index + 7),
  modPowBigInt,
)
const pool = (
  deviceConfiguration: ConfigurationInput['pools'][number]['deviceConfiguration'],
): ConfigurationInput => ({
  pools: [
    {
      id: 'us-east-1_Devices1',
      deviceConfiguration,
      triggers: sumChallenge,
      clients: [
        {
          name: 'app',
          id: 'app',
          explicitAuthFlows: [
            'ALLOW_USER_PASSWORD_AUTH',
            'ALLOW_CUSTOM_AUTH',
            'ALLOW_REFRESH_TOKEN_AUTH',
          ],
        },
      ],
      users: [
        { username: 'ann', password },
        { username: 'tom', password, totpSecret, userMfaSettingList: ['SOFTWARE_TOKEN_MFA'] },
      ],
    },
  ],
})

let test = poolUnderTest()
beforeEach(() => {
  test = poolUnderTest(pool({ challengeRequiredOnNewDevice: true }))
})

const signIn = (name: string, DEVICE_KEY?: string) =>
  test.succeed(
    'InitiateAuth',
    passwordSignIn('app', name, password, { ...(DEVICE_KEY && { DEVICE_KEY }) }),
  )

/** Passes the second factor, if one is asked. */
async function finish(name: string, answer: AnswerBody) {
  if (answer.ChallengeName !== 'SOFTWARE_TOKEN_MFA') return answer
  test.wait(30)
  const responses = { USERNAME: name, SOFTWARE_TOKEN_MFA_CODE: test.code(totpSecret) }
  return test.succeed(respond, response('app', answer, responses))
}

interface Signed {
  readonly AccessToken: string
  readonly RefreshToken: string
  readonly NewDeviceMetadata?: { readonly DeviceKey: string; readonly DeviceGroupKey: string }
}
const signed = (answer: AnswerBody) => answer.AuthenticationResult as unknown as Signed

/** Signs in from a device that nobody knows yet, and confirms it. */
async function confirmed(name: string) {
  const { AccessToken, RefreshToken, NewDeviceMetadata } = signed(
    await finish(name, await signIn(name)),
  )
  const { DeviceKey = '', DeviceGroupKey = '' } = NewDeviceMetadata ?? {}
  const identity = { group: DeviceGroupKey, name: DeviceKey }
  const { salt, verifier } = srpVerifier(identity, deviceSecret, 0x9fn, modPowBigInt)
  const base64 = (value: bigint) => Buffer.from(pad(value)).toString('base64')
  const confirmation = {
    AccessToken,
    DeviceKey,
    DeviceName: 'laptop',
    DeviceSecretVerifierConfig: { Salt: base64(salt), PasswordVerifier: base64(verifier) },
  }
  const answer = await test.succeed('ConfirmDevice', confirmation)
  return { AccessToken, RefreshToken, identity, confirmation, answer }
}

/** Answers DEVICE_SRP_AUTH and gives the claim with which to answer what follows. */
async function claim(
  name: string,
  challenge: AnswerBody,
  identity: { readonly group: string; readonly name: string },
  secret = deviceSecret,
) {
  const inputs = { USERNAME: name, DEVICE_KEY: identity.name }
  const next = await test.succeed(
    respond,
    response('app', challenge, { ...inputs, SRP_A: pair.A.toString(16) }),
  )
  const { SALT = '', SRP_B = '', SECRET_BLOCK = '' } = next.ChallengeParameters ?? {}
  const server = { salt: integerFromHex(SALT), B: integerFromHex(SRP_B) }
  const { key } = srpComputation(pair, server, identity, secret, modPowBigInt)
  const TIMESTAMP = srpTimestamp(test.now())
  return response('app', next, {
    ...inputs,
    PASSWORD_CLAIM_SECRET_BLOCK: SECRET_BLOCK,
    PASSWORD_CLAIM_SIGNATURE: claimSignature(key, identity, SECRET_BLOCK, TIMESTAMP),
    TIMESTAMP,
  })
}

describe('a remembered device', () => {
  it('replaces the second factor, and the access token names it', async () => {
    const { identity } = await confirmed('tom')
    const challenge = await signIn('tom', identity.name)
    expect(challenge.ChallengeName).toBe('DEVICE_SRP_AUTH')
    const result = signed(await test.succeed(respond, await claim('tom', challenge, identity)))
    expect(result).not.toHaveProperty('NewDeviceMetadata')
    const claims = Buffer.from(result.AccessToken.split('.')[1] ?? '', 'base64url').toString()
    expect(JSON.parse(claims)).toMatchObject({ device_key: identity.name, amr: ['pwd'] })
  })

  it('does not replace it where the pool does not allow that: the second factor follows', async () => {
    test = poolUnderTest(pool({}))
    const { identity } = await confirmed('tom')
    const challenge = await signIn('tom', identity.name)
    const next = await test.succeed(respond, await claim('tom', challenge, identity))
    expect(next.ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
  })

  it('is proved once in a custom flow, after the last round', async () => {
    const { identity } = await confirmed('ann')
    const AuthParameters = { USERNAME: 'ann', DEVICE_KEY: identity.name }
    const begin = { AuthFlow: 'CUSTOM_AUTH', ClientId: 'app', AuthParameters }
    const round = await test.succeed('InitiateAuth', begin)
    expect(round.ChallengeName).toBe('CUSTOM_CHALLENGE')
    const answer = response('app', round, { USERNAME: 'ann', ANSWER: '5' })
    const challenge = await test.succeed(respond, answer)
    expect(challenge.ChallengeName).toBe('DEVICE_SRP_AUTH')
    const result = signed(await test.succeed(respond, await claim('ann', challenge, identity)))
    expect(result.AccessToken).toBeDefined()
  })

  it('is refused with a wrong secret, and its claim cannot be sent twice', async () => {
    const { identity } = await confirmed('ann')
    const wrong = await claim('ann', await signIn('ann', identity.name), identity, 'guess')
    const refused = 'NotAuthorizedException: Incorrect username or password.'
    expect(await test.refusal(respond, wrong)).toBe(refused)
    const right = await claim('ann', await signIn('ann', identity.name), identity)
    await test.succeed(respond, right)
    expect(await test.refusal(respond, right)).toBe(refused)
  })

  it('of another user, or forgotten, does not exist, and the client can do without', async () => {
    const { identity, AccessToken } = await confirmed('ann')
    const unknown = 'ResourceNotFoundException: Device does not exist.'
    const with_ = (name: string) =>
      passwordSignIn('app', name, password, { DEVICE_KEY: identity.name })
    expect(await test.refusal('InitiateAuth', with_('tom'))).toBe(unknown)
    const forget = { AccessToken, DeviceKey: identity.name }
    expect(await test.call('ForgetDevice', forget)).toEqual({ status: 200, body: undefined })
    expect(await test.refusal('InitiateAuth', with_('ann'))).toBe(unknown)
    expect(signed(await signIn('ann')).NewDeviceMetadata).toBeDefined()
  })

  it('is remembered only once the user agrees, where the pool leaves it to the user', async () => {
    test = poolUnderTest(pool({ deviceOnlyRememberedOnUserPrompt: true }))
    const { identity, answer, AccessToken } = await confirmed('ann')
    expect(answer).toEqual({ UserConfirmationNecessary: true })
    expect(await signIn('ann', identity.name)).not.toHaveProperty('ChallengeName')
    const DeviceKey = identity.name
    const remember = { AccessToken, DeviceKey, DeviceRememberedStatus: 'remembered' }
    await test.succeed('UpdateDeviceStatus', remember)
    expect(await signIn('ann', identity.name)).toHaveProperty('ChallengeName', 'DEVICE_SRP_AUTH')
  })
})

describe('devices of a user', () => {
  it('are confirmed once, with a verifier, by the key that the sign-in gave', async () => {
    const { confirmation, answer } = await confirmed('ann')
    expect(answer).toEqual({ UserConfirmationNecessary: false })
    expect(await test.refusal('ConfirmDevice', confirmation)).toMatch('DeviceKeyExistsException')
    const other = { ...confirmation, DeviceKey: 'us-east-1_00000000-0000-4000-8000-000000000000' }
    expect(await test.refusal('ConfirmDevice', other)).toBe(
      'InvalidParameterException: Invalid device key given.',
    )
    const { DeviceKey = '' } = signed(await signIn('ann')).NewDeviceMetadata ?? {}
    const bare = { AccessToken: confirmation.AccessToken, DeviceKey }
    expect(await test.refusal('ConfirmDevice', bare)).toMatch('InvalidParameterException')
  })

  it('are listed and shown once they are confirmed, not before', async () => {
    const { AccessToken, identity } = await confirmed('ann')
    await signIn('ann')
    const listed = (await test.succeed('ListDevices', { AccessToken })) as {
      readonly Devices?: readonly object[]
    }
    expect(listed.Devices).toHaveLength(1)
    const shown = await test.succeed('GetDevice', { AccessToken, DeviceKey: identity.name })
    expect(shown).toEqual({ Device: listed.Devices?.[0] })
    expect(shown).toHaveProperty('Device.DeviceAttributes', [
      { Name: 'device_status', Value: 'valid' },
      { Name: 'device_name', Value: 'laptop' },
      { Name: 'dev:device_remembered_status', Value: 'remembered' },
      { Name: 'last_ip_used', Value: '127.0.0.1' },
    ])
  })

  it('are listed a page at a time', async () => {
    const { AccessToken, identity } = await confirmed('ann')
    const second = await confirmed('ann')
    const list = async (more: object) =>
      (await test.succeed('ListDevices', { AccessToken, Limit: 1, ...more })) as {
        readonly Devices: readonly { readonly DeviceKey: string }[]
        readonly PaginationToken?: string
      }
    const { Devices, PaginationToken } = await list({})
    const rest = await list({ PaginationToken })
    const keys = [...Devices, ...rest.Devices].map(({ DeviceKey }) => DeviceKey)
    expect(keys).toEqual([identity.name, second.identity.name])
    expect(rest.PaginationToken).toBeUndefined()
  })

  it('refresh with their own key alone', async () => {
    const { RefreshToken, identity } = await confirmed('ann')
    const refresh = (more: object) => ({
      AuthFlow: 'REFRESH_TOKEN_AUTH',
      ClientId: 'app',
      AuthParameters: { REFRESH_TOKEN: RefreshToken, ...more },
    })
    expect(await test.refusal('InitiateAuth', refresh({}))).toBe(
      'NotAuthorizedException: Invalid Refresh Token',
    )
    await test.succeed('InitiateAuth', refresh({ DEVICE_KEY: identity.name }))
    await test.succeed('GetTokensFromRefreshToken', {
      ClientId: 'app',
      RefreshToken,
      DeviceKey: identity.name,
    })
  })

  it('have no effect in a pool that tracks none', async () => {
    test = poolUnderTest(pool(undefined))
    const answer = await signIn('ann', 'us-east-1_00000000-0000-4000-8000-000000000000')
    expect(signed(answer)).not.toHaveProperty('NewDeviceMetadata')
  })
})
