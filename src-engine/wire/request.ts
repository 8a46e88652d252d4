import type { Secret } from '../secret/secret.ts'

/** The operations that the engine builds requests for. */
export type Operation =
  'InitiateAuth' | 'RespondToAuthChallenge' | 'AssociateSoftwareToken' | 'VerifySoftwareToken'

/** A JSON value whose texts may be secret. */
export type WireValue =
  | string
  | number
  | boolean
  | null
  | Secret
  | readonly WireValue[]
  | { readonly [key: string]: WireValue }

/** One call as it will be made: the operation, and the members of its input. */
export interface WireRequest {
  readonly operation: Operation
  readonly input: { readonly [member: string]: WireValue }
}
