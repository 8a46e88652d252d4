import type { SrpKeyPair } from '../srp/client.ts'
import type { AppClient } from '../wire/app-client.ts'
import type { Automatic } from './automatic-answers/index.ts'
import type { PendingChallenge } from './pending-challenge.ts'
import type { Known } from './known.ts'
import type { Computed, NotComputable } from './computed.ts'
import type { Ports } from './ports.ts'
import type { ShownValue } from '../secret/shown-value.ts'
import type { WireValues } from '../wire/wire-values.ts'
import type { WireRequest } from '../wire/request.ts'
import type { Field } from './field.ts'
import type { TriggerExecution } from './trigger-sequence.ts'

/** ChallengeParameters as received. */
export type ChallengeParameters = Readonly<Record<string, string>>

/** What an automatic answer is made from. */
export interface AnswerContext {
  readonly client: AppClient
  readonly ports: Ports
  readonly parameters: ChallengeParameters
  /** The USERNAME that the answer will carry: USER_ID_FOR_SRP once Cognito has said it. */
  readonly username: string
  readonly known: Known
  /** The pair whose A went out with an earlier call. */
  readonly srp?: SrpKeyPair
}

/** One value of ChallengeName, with all that the application says and does about it. */
export interface Challenge<Name extends string = string> {
  readonly name: Name
  readonly title: string
  /** Why Cognito asks this, in a sentence or two. */
  readonly why: string
  /** What an answer needs besides USERNAME, SECRET_HASH and Session, which the wire adds. */
  readonly fields: (
    parameters: ChallengeParameters,
    /** AvailableChallenges that were received with it. */
    available?: readonly string[],
  ) => readonly Field[]
  /** The line on the timeline while it waits, from what Cognito said. */
  readonly promptText: (parameters: ChallengeParameters) => string
  /** The line on the timeline once it was answered. */
  readonly answered: string
  /** The switch that governs its automatic answer, and how the answer is made. */
  readonly automatic?: {
    readonly by: Automatic
    readonly answer: (
      context: AnswerContext,
    ) => Computed | NotComputable | Promise<Computed | NotComputable>
    /** Only when a person asks for it: computed automatically, what it sets up would go unseen. */
    readonly onRequest?: true
  }
  /** Makes what the entered values still lack; the two are sent together. */
  readonly complete?: (context: AnswerContext, inputs: WireValues) => Computed | NotComputable
  /**
   * The call that has to come first: before the challenge is put to a person (`answers` absent),
   * or before these answers are sent. What it brings joins the parameters, and it is asked again.
   */
  readonly before?: (pending: PendingChallenge, answers?: WireValues) => WireRequest | undefined
  /** The triggers that the answer runs in this flow, in order; those of a last step when absent. */
  readonly triggers?: (flow: string) => readonly TriggerExecution[]
  /** What is worth showing next to the form, derived from the challenge. */
  readonly shows?: (pending: PendingChallenge) => readonly ShownValue[]
}

/** Keeps the literal name in the type, so that the list can be checked against the SDK. */
export const defineChallenge = <const Name extends string>(
  challenge: Challenge<Name>,
): Challenge<Name> => challenge

/**
 * A list inside a challenge parameter, which Cognito sends as JSON text. What is not a list of
 * strings reads as empty: the raw text stays visible beside the form.
 */
export function listParameter(parameters: ChallengeParameters, name: string): readonly string[] {
  try {
    const list: unknown = JSON.parse(parameters[name] ?? '[]')
    return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : []
  } catch {
    return []
  }
}
