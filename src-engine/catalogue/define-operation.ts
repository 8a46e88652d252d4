import type { operations } from '../wire/request.ts'
import type { Field } from './field.ts'

/** The operations that are no step of a sign-in themselves, but belong to the account around it. */
export type AccountOperationName = Exclude<
  (typeof operations)[number],
  'InitiateAuth' | 'RespondToAuthChallenge' | 'AdminInitiateAuth' | 'AdminRespondToAuthChallenge'
>

/**
 * What lets a call through. `app client`: ClientId, and SecretHash where the client has a secret.
 * `client secret`: ClientId, and the secret itself as ClientSecret. `client credentials`: both, always,
 * the secret as Secret. `access token`: one with the scope
 * aws.cognito.signin.user.admin. `access token or session`: one of the two, never both. `feedback
 * token`: the one in a message of threat protection. (Service model; cognito-facts 1.5.)
 */
export type Authorisation =
  | 'app client'
  | 'client secret'
  | 'client credentials'
  | 'access token'
  | 'access token or session'
  | 'feedback token'

/** The groups in which operations are offered, in their order. */
export const operationGroups = [
  'Sign-up',
  'Password',
  'Attributes',
  'Factors',
  'Devices',
  'Passkeys',
  'Sessions and tokens',
] as const

/** The group of an operation. */
export type OperationGroup = (typeof operationGroups)[number]

/** Something that a call does besides answering, said before it is sent. */
export interface Effect {
  readonly kind: 'sends a message' | 'can lock' | 'cannot be undone'
  /** A sentence. */
  readonly text: string
}

/** One operation around a sign-in, with all that the application says and does about it. */
export interface AccountOperation<Name extends AccountOperationName = AccountOperationName> {
  readonly name: Name
  readonly title: string
  /** What it is for and when to call it, in a sentence or two. */
  readonly why: string
  readonly group: OperationGroup
  readonly authorised: Authorisation
  /** What is given; ClientId, UserPoolId, SecretHash and ClientSecret come from the app client. */
  readonly fields: readonly Field[]
  readonly effects: readonly Effect[]
  /** Asks once more before it is sent, with this question. */
  readonly confirm?: string
  /** What ClientMetadata of this call reaches, in a sentence; absent where it has none. */
  readonly metadata?: string
  /** The line on the timeline once it was accepted. */
  readonly done: string
  /** True when tokens may be dead after it, which further calls can prove. */
  readonly endsTokens?: true
}

/** Keeps the literal name in the type, so that the list can be checked against the operations. */
export const defineOperation = <const Name extends AccountOperationName>(
  operation: AccountOperation<Name>,
): AccountOperation<Name> => operation
