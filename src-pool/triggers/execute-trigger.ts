import { z } from 'zod/mini'
import { triggerRefusals } from '../refusals/triggers.ts'
import type { RefusalText } from '../refusals/refusal.ts'
import type { Sandbox, SandboxOutcome } from './sandbox.ts'
import type { TriggerExecution } from './trigger-execution.ts'
import type { Trigger } from './trigger.ts'

/** A run, and what it means for the call: an effect, or its end. */
export interface Verdict<E> {
  readonly run: Pick<
    TriggerExecution,
    'event' | 'answer' | 'error' | 'line' | 'console' | 'durationMs'
  >
  readonly result: { readonly effect: E } | { readonly refusal: RefusalText }
}

/**
 * Runs a trigger's source on an event in the sandbox, which must be loaded, and judges what it
 * answered as Cognito does.
 */
export function runTrigger<E>(
  sandbox: Sandbox,
  trigger: Trigger<string, string, E>,
  source: string,
  event: Readonly<Record<string, unknown>>,
  arn: string,
): Verdict<E> {
  const { outcome, console, durationMs, line } = sandbox.run(source, event)
  const result = judge(trigger, outcome, arn)
  const answer = outcome.kind === 'returned' ? { answer: outcome.value } : {}
  const error =
    'refusal' in result
      ? { error: { type: result.refusal.type, message: result.refusal.message ?? '' } }
      : {}
  const at = line === undefined ? {} : { line }
  return { run: { event, ...answer, ...error, ...at, console, durationMs }, result }
}

const answerShape = z.looseObject({ response: z.unknown() })

function judge<E>(
  { name, response }: Trigger<string, string, E>,
  outcome: SandboxOutcome,
  arn: string,
): Verdict<E>['result'] {
  switch (outcome.kind) {
    case 'threw':
      return { refusal: triggerRefusals.validation(name, outcome.message) }
    case 'broke':
      return { refusal: triggerRefusals.unexpected(arn, outcome.message) }
    case 'returned': {
      const answer = answerShape.safeParse(outcome.value)
      const read = response.safeParse(answer.data?.response)
      return read.success ? { effect: read.data } : { refusal: triggerRefusals.output }
    }
  }
}
