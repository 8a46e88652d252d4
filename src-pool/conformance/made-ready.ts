import { Secret } from '#engine/secret/secret.ts'
import { modPowBigInt } from '#engine/srp/modular-exponentiation.ts'
import { pad } from '#engine/srp/pad.ts'
import { srpVerifier } from '#engine/srp/server.ts'
import { totpCode, totpStep } from '#engine/totp/totp.ts'
import {
  authenticatorUnderTest,
  type RequestOptions,
} from '../passkeys/authenticator-under-test.ts'
import { hashOf, passwordSignIn, response, type AnswerBody } from '../pool-under-test.ts'
import type { Ready, Stage } from './sign-in-case.ts'
import { password, totpSecret } from './values.ts'

interface Tokens {
  readonly AccessToken: string
  readonly RefreshToken: string
  readonly NewDeviceMetadata?: { readonly DeviceKey: string; readonly DeviceGroupKey: string }
}

/** Signs a user in by password, and by TOTP where that is asked. */
export async function tokensOf(stage: Stage, client: string, username: string): Promise<Tokens> {
  const clientId = stage.clientId(client)
  const secret = stage.clientSecret(client)
  const hash = secret === undefined ? {} : { SECRET_HASH: hashOf(secret, username, clientId) }
  let answer = await stage.call('InitiateAuth', passwordSignIn(clientId, username, password, hash))
  if (answer.ChallengeName === 'SOFTWARE_TOKEN_MFA') {
    const SOFTWARE_TOKEN_MFA_CODE = totpCode(totpSecret, totpStep(stage.now()))
    const responses = { USERNAME: username, SOFTWARE_TOKEN_MFA_CODE, ...hash }
    answer = await stage.call('RespondToAuthChallenge', response(clientId, answer, responses))
  }
  return answer.AuthenticationResult as unknown as Tokens
}

/** A refresh token of an earlier sign-in. */
export const refreshToken =
  (client: string, username: string) =>
  async (stage: Stage): Promise<Ready> => {
    const { RefreshToken } = await tokensOf(stage, client, username)
    return { given: { REFRESH_TOKEN: RefreshToken } }
  }

const deviceSecret = 'the random password of the device'

/** A device that the pool remembers of an earlier sign-in, and what that sign-in brought. */
export async function confirmedDevice(stage: Stage, client: string, username: string) {
  const { AccessToken, NewDeviceMetadata, RefreshToken } = await tokensOf(stage, client, username)
  const { DeviceGroupKey = '', DeviceKey = '' } = NewDeviceMetadata ?? {}
  const identity = { group: DeviceGroupKey, name: DeviceKey }
  const { salt, verifier } = srpVerifier(identity, deviceSecret, 0x9fn, modPowBigInt)
  const base64 = (value: bigint) => Buffer.from(pad(value)).toString('base64')
  await stage.call('ConfirmDevice', {
    AccessToken,
    DeviceKey,
    DeviceSecretVerifierConfig: { Salt: base64(salt), PasswordVerifier: base64(verifier) },
  })
  return { given: { DEVICE_KEY: DeviceKey }, group: DeviceGroupKey, refreshToken: RefreshToken }
}

/** A refresh token that was issued to a device, with its key. */
export const refreshTokenOfDevice =
  (client: string, username: string) =>
  async (stage: Stage): Promise<Ready> => {
    const { given, refreshToken } = await confirmedDevice(stage, client, username)
    return { given: { ...given, REFRESH_TOKEN: refreshToken } }
  }

/** A remembered device that signs in, with its key in AuthParameters. */
export const rememberedDevice =
  (client: string, username: string, provedWith = deviceSecret) =>
  async (stage: Stage): Promise<Ready> => {
    const { given, group } = await confirmedDevice(stage, client, username)
    const device = {
      key: given.DEVICE_KEY,
      group: Secret.of('device secret', group),
      password: Secret.of('device secret', provedWith),
    }
    return { given, device }
  }

/** A passkey of the user, and an authenticator that signs with it. */
export const registeredPasskey =
  (client: string, username: string) =>
  async (stage: Stage): Promise<Ready> => {
    const ClientId = stage.clientId(client)
    const { AuthenticationResult } = await stage.call(
      'InitiateAuth',
      passwordSignIn(ClientId, username, password),
    )
    const AccessToken = AuthenticationResult?.['AccessToken'] ?? ''
    const { CredentialCreationOptions: options } = await stage.call('StartWebAuthnRegistration', {
      AccessToken,
    })
    if (!options) throw new Error('no CredentialCreationOptions')
    const authenticator = authenticatorUnderTest(`https://${options.rp.id}`)
    const Credential = authenticator.register(options)
    await stage.call('CompleteWebAuthnRegistration', { AccessToken, Credential })
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
  async (stage: Stage): Promise<Ready> => {
    const ClientId = stage.clientId(client)
    const UserAttributes = [{ Name: 'email', Value: `${Username}@example.com` }]
    const { Session } = await stage.call('SignUp', { ClientId, Username, UserAttributes })
    const confirmed: AnswerBody = await stage.call('ConfirmSignUp', {
      ClientId,
      Username,
      ConfirmationCode: stage.sentCode(),
      Session,
    })
    return { session: Secret.of('session', confirmed.Session ?? '') }
  }

/** A user whose password was wrong so often that another try is refused. */
export const lockedOut =
  (client: string, username: string) =>
  async (stage: Stage): Promise<Ready> => {
    const sent = passwordSignIn(stage.clientId(client), username, 'Wrong-Password-1!')
    for (let times = 0; times < 6; times += 1)
      await stage.call('InitiateAuth', sent).catch(() => undefined)
    return {}
  }
