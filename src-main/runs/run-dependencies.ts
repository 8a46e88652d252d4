import type { Automatic } from '#engine/catalogue/automatic-answers/index.ts'
import type { AppClient } from '#engine/wire/app-client.ts'
import type { Authenticator } from '#engine/catalogue/authenticator.ts'
import type { Known } from '#engine/catalogue/known.ts'
import type { Ports } from '#engine/catalogue/ports.ts'
import type { AnswerScript } from '#engine/redrive/answer-script.ts'
import type { Secret } from '#engine/secret/secret.ts'
import type { SignInInput } from '#engine/wire/sign-in-input.ts'
import type { TraceTarget } from '#engine/trace/event.ts'
import type { Fact } from '#engine/trace/fact.ts'
import type { RawTriggerExecution } from '#engine/redaction/redact-trigger-execution.ts'
import type { Destination, SendOperation } from '#main/http/send-operation.ts'
import type { ComputedForCall } from './call.ts'

/** Everything that one sign-in begins with. */
export interface RunRequest extends Destination {
  readonly client: AppClient
  readonly target: TraceTarget
  readonly input: SignInInput
  readonly known: Known
  /** Which challenges wait for a person though they could be answered: those that are `false`. */
  readonly automatic: Readonly<Partial<Record<Automatic, boolean>>>
  /** Milliseconds that one call may take, retries included. */
  readonly timeoutMs: number
  /** Name of the fault to inject, once, in the first call that has a place for it. */
  readonly fault?: string
  /** Signs with the passkeys that this sign-in may use. */
  readonly authenticator?: Authenticator
  /** What was made before the first call, to be shown with it. */
  readonly computed?: ComputedForCall
  /** What is known of the app client before the first call. */
  readonly facts?: readonly Fact[]
  /** Answers of an earlier sign-in, which this one repeats. */
  readonly script?: AnswerScript
  /** Which challenge is left unanswered, from 1; none by default. */
  readonly stopAt?: number
}

/** A sign-in of a profile. */
export interface ProfileRunRequest extends RunRequest {
  readonly profileId: string
  /** What a person typed for it, to be known to the next sign-in of this user. */
  readonly typed?: { readonly username: string; readonly secrets: Readonly<Record<string, Secret>> }
  /** The name under which a new device of it is confirmed without being asked; absent leaves it. */
  readonly confirmDeviceAs?: string
}

/** What a sign-in takes from outside. */
export interface RunPorts extends Ports {
  readonly send: SendOperation
  /** The triggers that the practice pool ran for the request of this id. */
  readonly triggersOf?: ((requestId: string) => readonly RawTriggerExecution[]) | undefined
  /** Name and version, as in `Authscope 0.1.0`. */
  readonly application: string
}
