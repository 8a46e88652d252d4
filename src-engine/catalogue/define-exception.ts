/** A call that was refused, as far as it is known. */
export interface Refusal {
  /** As in `InitiateAuth`. */
  readonly operation: string
  /** The challenge that the call answered. */
  readonly challenge?: string | undefined
  /** The flow that the sign-in began with. */
  readonly flow?: string | undefined
  /** The bare name, as in `NotAuthorizedException`. */
  readonly error: string
  readonly message: string
}

/** One likely cause of a refusal, and what to do about it. */
export interface LikelyCause {
  readonly cause: string
  readonly remedy: string
}

/** Likely causes, likeliest first; where the order depends on the call, made from the call. */
export type LikelyCauses = readonly LikelyCause[] | ((refusal: Refusal) => readonly LikelyCause[])

/**
 * How well a text or an exception is known. `confirmed`: AWS publishes it, or it was recorded from
 * the service. `reported`: several public code bases meet it. `assumed`: inferred from either.
 */
export type Certainty = 'confirmed' | 'reported' | 'assumed'

/** One text that an exception comes with, and what it means then. */
export interface TextCase {
  /** The lowercase beginning of the message, or a pattern over the whole lowercase message. */
  readonly messagePattern: string | RegExp
  readonly title: string
  readonly meaning: string
  readonly causes: LikelyCauses
  /** Codes of the diagnosis rules that come into question, likeliest first. */
  readonly rules?: readonly string[]
  readonly certainty: Certainty
}

/** One exception that Cognito (or what is in front of it) refuses a call with. */
export interface CognitoException<Name extends string = string> {
  readonly name: Name
  readonly title: string
  /** Operations of the public sign-in API that answer with it; `any` for what is in front of them. */
  readonly operations: readonly string[]
  readonly meaning: string
  /** Causes when no text of {@link texts} fits. */
  readonly causes: LikelyCauses
  /** Codes of the diagnosis rules that come into question when no text fits. */
  readonly rules?: readonly string[]
  /** Looked through in order; the first that fits is taken. */
  readonly texts: readonly TextCase[]
  /** Whether the session of a refused challenge answer takes another answer. */
  readonly session: 'kept' | 'lost'
  /**
   * Whether sending again makes sense: `pointless` until the set-up is changed, `later` for the
   * same call after a wait, `corrected` for a call with other values.
   */
  readonly retry: 'pointless' | 'later' | 'corrected'
  readonly certainty: Certainty
}

/** Keeps the literal name in the type, so that the list can be checked against the SDK. */
export const defineException = <const Name extends string>(
  exception: CognitoException<Name>,
): CognitoException<Name> => exception

/** The causes in the order that suits the call. */
export const causesOf = (causes: LikelyCauses, refusal: Refusal): readonly LikelyCause[] =>
  typeof causes === 'function' ? causes(refusal) : causes
