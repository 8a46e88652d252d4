import { revealText, Secret } from '../secret/secret.ts'
import type { AppClient } from '../wire/app-client.ts'
import type { WireValues } from '../wire/wire-values.ts'
import type { WireRequest } from '../wire/request.ts'

/** What a fault may know of the call that it spoils. */
export interface RequestFaultContext {
  readonly client: AppClient
  /** The challenge that the call answers; none for the call that begins. */
  readonly challenge?: string
  /** Its ChallengeParameters. */
  readonly parameters?: Readonly<Record<string, string>>
  /** The username as it was typed, which may be an alias. */
  readonly typedName: string
  /** Sessions that went out with earlier calls, newest first. */
  readonly spentSessions: readonly Secret[]
}

/** A fault that is injected into a call, to see the refusal that it leads to. */
export interface RequestFault {
  /** Stable, as on the command line: `wrong-code`. */
  readonly name: string
  readonly title: string
  /** The refusal that follows: exception, and the text as far as it is always the same. */
  readonly provokes: string
  /** The call with the fault in it; nothing where it has no place for it. Pure. */
  readonly make: (request: WireRequest, context: RequestFaultContext) => WireRequest | undefined
}

/** The map of a sign-in's call that its values are in. */
const mapOf = ({ operation }: WireRequest) =>
  operation.endsWith('InitiateAuth') ? 'AuthParameters' : 'ChallengeResponses'

/** The values of a sign-in's call: AuthParameters or ChallengeResponses. */
export const valuesOf = (request: WireRequest): WireValues =>
  (request.input[mapOf(request)] ?? {}) as WireValues

/** The call with other values; an undefined one is left out. */
export const withValues = (
  request: WireRequest,
  changes: Readonly<Record<string, string | Secret | undefined>>,
): WireRequest => {
  const changed = Object.entries({ ...valuesOf(request), ...changes })
  const kept = changed.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))
  return {
    ...request,
    input: { ...request.input, [mapOf(request)]: Object.fromEntries(kept) as WireValues },
  }
}

/** A value with its text changed; a secret one stays secret. */
export const changed = (
  value: string | Secret,
  change: (text: string) => string,
): string | Secret =>
  value instanceof Secret ? Secret.of(value.kind, change(revealText(value))) : change(value)
