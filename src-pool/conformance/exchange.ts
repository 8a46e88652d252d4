import type { ConfigurationInput } from '../configuration/configuration.ts'
import type { JsonObject } from '../requests/members.ts'
import type { AnswerBody } from '../test-bed/pool-under-test.ts'

/** What the exchanges are about: the administration around a sign-in, and the sign-in as calls. */
export const topics = [
  'lambda triggers',
  'MFA',
  'account recovery',
  'schema',
  'pool settings',
  'app clients',
  'users',
  'sign-in',
  'tiers and new features',
  'regions',
] as const

/** An answer as an exchange reads it. */
export type ExchangeAnswer = AnswerBody & JsonObject

/** The pool that an exchange is made with, in memory or over HTTP. */
export interface ExchangePool {
  /** Calls an operation that must succeed, signed for a region. */
  readonly succeed: (operation: string, input: object, region?: string) => Promise<ExchangeAnswer>
  /** Calls an operation that must be refused; gives `Type: text`. */
  readonly refusal: (operation: string, input: object, region?: string) => Promise<string>
  /** The code of the newest message. */
  readonly sentCode: () => string
  /** Milliseconds since 1970, by the pool’s clock. */
  readonly now: () => number
  /** Moves the pool’s clock on by so many seconds. */
  readonly wait: (seconds: number) => void
}

/** Calls that belong together, and what each is answered with. A file of its own, found by its folder. */
export interface Exchange {
  readonly topic: (typeof topics)[number]
  /** The default pools where it names none. */
  readonly configuration?: ConfigurationInput
  /** Makes the calls; an answer that is not as expected fails the test. */
  readonly play: (pool: ExchangePool) => Promise<void>
}

/** Gives an exchange its type. */
export const exchange = (one: Exchange): Exchange => one

const password = 'Practice-Password-1!'

/** A pool that is created as an administrator creates it. */
export async function createdPool(pool: ExchangePool, input: object = {}): Promise<string> {
  const { UserPool } = await pool.succeed('CreateUserPool', { PoolName: 'p', ...input })
  return (UserPool as { readonly Id: string }).Id
}

/** The settings that DescribeUserPool gives of a pool. */
export async function describedPool(pool: ExchangePool, UserPoolId: string): Promise<JsonObject> {
  const { UserPool } = await pool.succeed('DescribeUserPool', { UserPoolId })
  return UserPool as JsonObject
}

/** A client of a pool, with the password flow unless it says otherwise. */
export async function createdClient(
  pool: ExchangePool,
  UserPoolId: string,
  input: object = {},
): Promise<JsonObject & { readonly ClientId: string; readonly ClientSecret?: string }> {
  const { UserPoolClient } = await pool.succeed('CreateUserPoolClient', {
    UserPoolId,
    ClientName: 'app',
    ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    ...input,
  })
  return UserPoolClient as JsonObject & { readonly ClientId: string }
}

/** A user with a permanent password. */
export async function createdUser(
  pool: ExchangePool,
  UserPoolId: string,
  Username: string,
  attributes: Readonly<Record<string, string>> = {},
): Promise<void> {
  const UserAttributes = Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }))
  const user = { UserPoolId, Username }
  await pool.succeed('AdminCreateUser', { ...user, UserAttributes, MessageAction: 'SUPPRESS' })
  await pool.succeed('AdminSetUserPassword', { ...user, Password: password, Permanent: true })
}

/** The tokens of a sign-in by password that asks for nothing else. */
export async function signedIn(
  pool: ExchangePool,
  ClientId: string,
  USERNAME: string,
): Promise<Readonly<Record<string, string>>> {
  const answer = await pool.succeed('InitiateAuth', {
    AuthFlow: 'USER_PASSWORD_AUTH',
    ClientId,
    AuthParameters: { USERNAME, PASSWORD: password },
  })
  return answer.AuthenticationResult ?? {}
}

/** The payload of a token. */
export const claimsOf = (token = ''): JsonObject =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as JsonObject

/** Attributes as operations list them. */
export const listed = (attributes: Readonly<Record<string, string>>) =>
  Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }))
