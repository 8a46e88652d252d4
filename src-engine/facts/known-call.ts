import { revealText, Secret } from '../secret/secret.ts'
import type { KnownDevice } from '../catalogue/known.ts'
import type { Instant } from '../trace/event.ts'
import { markPattern } from '../trace/mark-registry.ts'
import type { WireValue } from '../wire/request.ts'

/** Who the user of a call is called, as far as it is known; each may be what SECRET_HASH is over. */
export interface KnownNames {
  /** As it was typed or sent first: a username or an alias. */
  readonly typed?: string
  /** USER_ID_FOR_SRP of the challenge that the call answers. */
  readonly userIdForSrp?: string
  /** `cognito:username` or `username` of the user's tokens. */
  readonly ofTokens?: string
  /** `sub` of the user's tokens. */
  readonly sub?: string
}

/**
 * One call as it went over the wire, with whatever is known of the secrets in it. It is the same for
 * a call of our own, one that was watched, and one from a file: a parsed JSON body is an input.
 */
export interface KnownCall {
  /** As X-Amz-Target has it after the dot. */
  readonly operation: string
  readonly input: Readonly<Record<string, WireValue>>
  /** When it was sent, by the sender's clock. */
  readonly at: Instant
  readonly userPoolId?: string
  readonly clientId?: string
  readonly clientSecret?: Secret
  readonly totpSecret?: Secret
  /** The password that a proof was computed from; one that is sent is in the input. */
  readonly password?: Secret
  /** K of the SRP exchange that the call finishes, in hex. */
  readonly srpKey?: Secret
  readonly device?: KnownDevice
  readonly names?: KnownNames
}

const containers = ['AuthParameters', 'ChallengeResponses']

/**
 * The text of a member of the call, wherever it is: in the input itself, in AuthParameters or
 * in ChallengeResponses. Own members only, since the input may come from a file.
 */
export function memberOf({ input }: KnownCall, ...names: readonly string[]): string | undefined {
  for (const part of [...containers.map((name) => own(input, name)), input])
    for (const name of names) {
      const value = own(part, name)
      if (value !== undefined && isText(value)) return unmarked(revealText(value))
    }
  return undefined
}

/** A mark stands for a value that is not known here, and has none of its properties. */
const unmarked = (text: string): string | undefined =>
  text.search(markPattern) >= 0 ? undefined : text

const own = (of: unknown, name: string): WireValue | undefined =>
  typeof of === 'object' && of !== null && Object.hasOwn(of, name)
    ? (of as Readonly<Record<string, WireValue>>)[name]
    : undefined

const isText = (value: WireValue): value is string | Secret =>
  typeof value === 'string' || value instanceof Secret
