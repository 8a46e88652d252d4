import { Secret } from '#engine/secret/secret.ts'
import { modPowBigInt } from '#engine/srp/modular-exponentiation.ts'
import { pad } from '#engine/srp/pad.ts'
import { srpVerifier } from '#engine/srp/server.ts'
import { totpCode, totpStep } from '#engine/totp/totp.ts'
import {
  authenticatorUnderTest,
  type RequestOptions,
} from '../passkeys/authenticator-under-test.ts'
import { hashOf, passwordSignIn, response, type AnswerBody } from '../test-bed/pool-under-test.ts'
import type { Fixture, Injected, TestBed } from './sign-in-case.ts'
import { password, totpSecret } from './values.ts'

interface Tokens {
  readonly AccessToken: string
  readonly RefreshToken: string
  readonly NewDeviceMetadata?: { readonly DeviceKey: string; readonly DeviceGroupKey: string }
}

/** Signs a user in by password, and by TOTP where that is asked. */
export async function tokensOf(
  testBed: TestBed,
  client: string,
  username: string,
): Promise<Tokens> {
  const clientId = testBed.clientId(client)
  const secret = testBed.clientSecret(client)
  const hash = secret === undefined ? {} : { SECRET_HASH: hashOf(secret, username, clientId) }
  let answer = await testBed.call(
    'InitiateAuth',
    passwordSignIn(clientId, username, password, hash),
  )
  if (answer.ChallengeName === 'SOFTWARE_TOKEN_MFA') {
    const SOFTWARE_TOKEN_MFA_CODE = totpCode(totpSecret, totpStep(testBed.now()))
    const responses = { USERNAME: username, SOFTWARE_TOKEN_MFA_CODE, ...hash }
    answer = await testBed.call('RespondToAuthChallenge', response(clientId, answer, responses))
  }
  return answer.AuthenticationResult as unknown as Tokens
}

/** A refresh token of an earlier sign-in. */
export const refreshToken =
  (client: string, username: string) =>
  async (testBed: TestBed): Promise<Fixture> => {
    const { RefreshToken } = await tokensOf(testBed, client, username)
    return { inputs: { REFRESH_TOKEN: RefreshToken } }
  }

const deviceSecret = 'the random password of the device'

/** A device that the pool remembers from an earlier sign-in, and the result of that sign-in. */
export async function confirmedDevice(testBed: TestBed, client: string, username: string) {
  const { AccessToken, NewDeviceMetadata, RefreshToken } = await tokensOf(testBed, client, username)
  const { DeviceGroupKey = '', DeviceKey = '' } = NewDeviceMetadata ?? {}
  const identity = { group: DeviceGroupKey, name: DeviceKey }
  const { salt, verifier } = srpVerifier(identity, deviceSecret, 0x9fn, modPowBigInt)
  const base64 = (value: bigint) => Buffer.from(pad(value)).toString('base64')
  await testBed.call('ConfirmDevice', {
    AccessToken,
    DeviceKey,
    DeviceSecretVerifierConfig: { Salt: base64(salt), PasswordVerifier: base64(verifier) },
  })
  return { inputs: { DEVICE_KEY: DeviceKey }, group: DeviceGroupKey, refreshToken: RefreshToken }
}

/** A refresh token that was issued to a device, with its key. */
export const refreshTokenOfDevice =
  (client: string, username: string) =>
  async (testBed: TestBed): Promise<Fixture> => {
    const { inputs, refreshToken } = await confirmedDevice(testBed, client, username)
    return { inputs: { ...inputs, REFRESH_TOKEN: refreshToken } }
  }

/** A remembered device that signs in, with its key in AuthParameters. */
export const rememberedDevice =
  (client: string, username: string, provedWith = deviceSecret) =>
  async (testBed: TestBed): Promise<Fixture> => {
    const { inputs, group } = await confirmedDevice(testBed, client, username)
    const device = {
      key: inputs.DEVICE_KEY,
      group: Secret.of('device secret', group),
      password: Secret.of('device secret', provedWith),
    }
    return { inputs, device }
  }

/** A passkey of the user, and an authenticator that signs with it. */
export const registeredPasskey =
  (client: string, username: string) =>
  async (testBed: TestBed): Promise<Fixture> => {
    const ClientId = testBed.clientId(client)
    const { AuthenticationResult } = await testBed.call(
      'InitiateAuth',
      passwordSignIn(ClientId, username, password),
    )
    const AccessToken = AuthenticationResult?.['AccessToken'] ?? ''
    const { CredentialCreationOptions: options } = await testBed.call('StartWebAuthnRegistration', {
      AccessToken,
    })
    if (!options) throw new Error('no CredentialCreationOptions')
    const authenticator = authenticatorUnderTest(`https://${options.rp.id}`)
    const Credential = authenticator.register(options)
    await testBed.call('CompleteWebAuthnRegistration', { AccessToken, Credential })
    return {
      authenticator: {
        assert: (text) => {
          const signed = authenticator.signIn(JSON.parse(text) as RequestOptions)
          const credential = JSON.parse(signed) as Readonly<Record<string, unknown>>
          return Promise.resolve({ credential, by: 'passkey of a test' })
        },
      },
    }
  }

/** An account that was just signed up and confirmed, and the session of that. */
export const confirmedSignUp =
  (client: string, Username: string) =>
  async (testBed: TestBed): Promise<Fixture> => {
    const ClientId = testBed.clientId(client)
    const UserAttributes = [{ Name: 'email', Value: `${Username}@example.com` }]
    const { Session } = await testBed.call('SignUp', { ClientId, Username, UserAttributes })
    const confirmed: AnswerBody = await testBed.call('ConfirmSignUp', {
      ClientId,
      Username,
      ConfirmationCode: testBed.sentCode(),
      Session,
    })
    return { session: Secret.of('session', confirmed.Session ?? '') }
  }

/** A user whose password was wrong so often that another try is refused. */
export const lockedOut =
  (client: string, username: string) =>
  async (testBed: TestBed): Promise<Fixture> => {
    const sent = passwordSignIn(testBed.clientId(client), username, 'Wrong-Password-1!')
    for (let times = 0; times < 6; times += 1)
      await testBed.call('InitiateAuth', sent).catch(() => undefined)
    return {}
  }

/** A PASSWORD_VERIFIER with a SECRET_BLOCK of one’s own; that of moto is a UUID. */
export const verifierWith = (SECRET_BLOCK: string): Injected => ({
  status: 200,
  body: {
    ChallengeName: 'PASSWORD_VERIFIER',
    Session: 'b3f1a2c4-5d6e-4f70-8a9b-0c1d2e3f4a5b',
    ChallengeParameters: {
      SALT: '9f'.repeat(16),
      SRP_B: '7'.repeat(768),
      SECRET_BLOCK,
      USERNAME: 'alice',
      USER_ID_FOR_SRP: 'alice',
    },
  },
})
