import { createHash, createHmac } from 'node:crypto'
import { srpComputation, srpKeyPair } from '#engine/srp/client.ts'
import { modPowBigInt } from '#engine/srp/modular-exponentiation.ts'
import { integerFromHex } from '#engine/srp/pad.ts'
import { claimSignature } from '#engine/srp/password-claim.ts'
import { poolName } from '#engine/srp/pool-name.ts'
import { srpTimestamp } from '#engine/srp/timestamp.ts'
import { totpCode, totpStep } from '#engine/totp/totp.ts'
import type { ConfigurationInput } from '../configuration/configuration.ts'
import { readConfiguration } from '../configuration/read-configuration.ts'
import { defaultConfiguration } from '../default-configuration.ts'
import type {
  authenticatorUnderTest,
  CreationOptions,
  Faults,
  RequestOptions,
} from '../passkeys/authenticator-under-test.ts'
import type { PoolAnswer } from '../core/operation-performer.ts'
import { createPracticePool, type PracticePool } from '../core/practice-pool.ts'

/** The body of an answer as tests read it; every member may be absent. */
export interface AnswerBody {
  readonly ChallengeName?: string
  readonly ChallengeParameters?: Readonly<Record<string, string>>
  readonly Session?: string
  readonly AuthenticationResult?: Readonly<Record<string, string>>
  readonly SecretCode?: string
  readonly CodeDeliveryDetails?: Readonly<Record<string, string>>
  readonly UserAttributes?: readonly { readonly Name: string; readonly Value: string }[]
  readonly AvailableChallenges?: readonly string[]
  readonly CredentialCreationOptions?: CreationOptions
  readonly Credentials?: readonly Readonly<Record<string, unknown>>[]
  readonly NextToken?: string
  readonly Sessions?: readonly { readonly SessionId: string; readonly IsCurrentSession: boolean }[]
}

/** A practice pool without a network, with a clock that stands still until it is moved. */
export interface PoolUnderTest {
  readonly pool: PracticePool
  readonly now: () => number
  /** Moves the clock on by so many seconds. */
  readonly wait: (seconds: number) => void
  /** Calls an operation, as if with AWS credentials. */
  readonly call: (operation: string, input: object) => Promise<PoolAnswer>
  /** Calls an operation that must succeed; its refusal fails the test with its text. */
  readonly succeed: (operation: string, input: object) => Promise<AnswerBody>
  /** Calls an operation that must be refused; gives `Type: text`. */
  readonly refusal: (operation: string, input: object) => Promise<string>
  /** The code that an authenticator application shows now, or some steps later. */
  readonly code: (secret: string, later?: number) => string
  /** The code of the newest message in the outbox. */
  readonly sentCode: () => string
}

/** Sets up a pool; random bytes are the same in every run. */
export function poolUnderTest(
  configuration: ConfigurationInput = defaultConfiguration,
): PoolUnderTest {
  let now = Date.UTC(2026, 8, 5, 12, 0, 0)
  let drawn = 0
  const randomBytes = (length: number) => {
    const bytes = new Uint8Array(length)
    for (let at = 0; at < length; at += 32)
      bytes.set(
        createHash('sha256')
          .update(String(drawn++))
          .digest()
          .subarray(0, length - at),
        at,
      )
    return bytes
  }
  const ports = { now: () => now, randomBytes, modPow: modPowBigInt }
  const pool = createPracticePool(readConfiguration(configuration), ports, 'http://127.0.0.1:1')
  const call = (operation: string, input: object) =>
    pool.call(operation, JSON.stringify(input), 'us-east-1')
  return {
    pool,
    now: ports.now,
    wait: (seconds) => {
      now += seconds * 1000
    },
    call,
    async succeed(operation, input) {
      const answer = await call(operation, input)
      if ('refusal' in answer) throw new Error(refusalText(answer))
      return answer.body ?? {}
    },
    async refusal(operation, input) {
      const answer = await call(operation, input)
      if (!('refusal' in answer)) throw new Error(`accepted: ${JSON.stringify(answer.body)}`)
      return refusalText(answer)
    },
    code: (secret, later = 0) => totpCode(secret, totpStep(now) + later),
    sentCode: () => pool.outbox().at(-1)?.code ?? '',
  }
}

const refusalText = (answer: PoolAnswer) =>
  'refusal' in answer ? `${answer.refusal.type}: ${answer.refusal.message ?? ''}` : ''

/** The input of a USER_PASSWORD_AUTH. */
export const passwordSignIn = (
  ClientId: string,
  USERNAME: string,
  PASSWORD: string,
  more: Readonly<Record<string, string>> = {},
) => ({
  AuthFlow: 'USER_PASSWORD_AUTH',
  ClientId,
  AuthParameters: { USERNAME, PASSWORD, ...more },
})

/** The input of an answer to a challenge. */
export const response = (
  ClientId: string,
  { ChallengeName, Session }: AnswerBody,
  ChallengeResponses: Readonly<Record<string, string>>,
) => ({ ClientId, ChallengeName, Session, ChallengeResponses })

/** SECRET_HASH, computed without the code that checks it. */
export const hashOf = (secret: string, username: string, clientId: string): string =>
  createHmac('sha256', secret).update(`${username}${clientId}`).digest('base64')

const pair = srpKeyPair(
  Uint8Array.from({ length: 128 }, (_, index) => index + 1),
  modPowBigInt,
)

/** The input of a USER_SRP_AUTH. */
export const srpSignIn = (ClientId: string, USERNAME: string) => ({
  AuthFlow: 'USER_SRP_AUTH',
  ClientId,
  AuthParameters: { USERNAME, SRP_A: pair.A.toString(16) },
})

/** The ChallengeResponses that prove a password, computed by the engine's client. */
export function passwordClaim(
  userPoolId: string,
  { ChallengeParameters = {} }: AnswerBody,
  password: string,
  now: number,
  timestamp = srpTimestamp(now),
): Record<string, string> {
  const { SALT = '', SRP_B = '', SECRET_BLOCK = '', USER_ID_FOR_SRP = '' } = ChallengeParameters
  const identity = { group: poolName(userPoolId), name: USER_ID_FOR_SRP }
  const server = { salt: integerFromHex(SALT), B: integerFromHex(SRP_B) }
  const { key } = srpComputation(pair, server, identity, password, modPowBigInt)
  return {
    USERNAME: USER_ID_FOR_SRP,
    PASSWORD_CLAIM_SECRET_BLOCK: SECRET_BLOCK,
    PASSWORD_CLAIM_SIGNATURE: claimSignature(key, identity, SECRET_BLOCK, timestamp),
    TIMESTAMP: timestamp,
  }
}

/** CREDENTIAL_REQUEST_OPTIONS of a WEB_AUTHN challenge. */
export const requestOptions = ({ ChallengeParameters }: AnswerBody): RequestOptions =>
  JSON.parse(ChallengeParameters?.['CREDENTIAL_REQUEST_OPTIONS'] ?? '') as RequestOptions

/** Registers a passkey of an authenticator for the owner of an access token. */
export async function registerPasskey(
  test: PoolUnderTest,
  AccessToken: string,
  authenticator: ReturnType<typeof authenticatorUnderTest>,
  requestFaults: Faults = {},
): Promise<string> {
  const { CredentialCreationOptions } = await test.succeed('StartWebAuthnRegistration', {
    AccessToken,
  })
  if (!CredentialCreationOptions) throw new Error('no CredentialCreationOptions')
  const Credential = authenticator.register(CredentialCreationOptions, requestFaults)
  await test.succeed('CompleteWebAuthnRegistration', { AccessToken, Credential })
  return Credential.id
}
