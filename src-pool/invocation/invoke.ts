import { refuse } from '../refusals/refusal.ts'
import { triggerRefusals } from '../refusals/triggers.ts'
import type { Client, Pool, User } from '../state/pool.ts'
import type { TriggerContext } from '../state/practice-state.ts'
import type { TriggerName } from '../triggers/index.ts'
import { preTokenGeneration } from '../triggers/pre-token-generation.ts'
import { triggerFunction } from './trigger-function.ts'
import { runTrigger, type Verdict } from '../triggers/execute-trigger.ts'
import type { Trigger } from '../triggers/trigger.ts'

/** The user in a trigger's event; an unknown username has no attributes. */
export interface Subject {
  readonly userName: string
  readonly userAttributes?: Readonly<Record<string, string>>
}

/** A user as triggers are told of one: all attributes, and two of Cognito's own. */
export const subjectOf = ({ username, sub, status, attributes }: User): Subject => ({
  userName: username,
  userAttributes: { sub, 'cognito:user_status': status, ...attributes },
})

/**
 * Invokes a trigger of the pool, if it has that one.
 * @param request members of `request` besides the user's attributes; undefined ones are left out
 * @returns what the trigger wants, or undefined where there is none
 * @throws Refusal UserLambdaValidationException, UnexpectedLambdaException or
 * InvalidLambdaResponseException
 */
export function invoke<Name extends TriggerName, Source extends string, E>(
  { state, pool, client }: TriggerContext,
  trigger: Trigger<Name, Source, E>,
  triggerSource: Source,
  subject: Subject,
  request: Readonly<Record<string, unknown>>,
): E | undefined {
  const target = triggerFunction(state, pool, trigger.name)
  if (!target) return undefined
  const event = eventOf(pool, client, trigger, triggerSource, subject, request)
  const at = state.ports.now()
  const { run, result } =
    target.source === undefined
      ? missingFunction(trigger.name, event)
      : runTrigger(state.sandbox, trigger, target.source, event, target.arn)
  const { requestId } = state
  state.tell({ userPoolId: pool.id, requestId, at, trigger: trigger.name, triggerSource, ...run })
  return 'effect' in result ? result.effect : refuse(result.refusal)
}

/** What comes of a trigger whose ARN nothing is known of: a run that failed before it began. */
function missingFunction(name: string, event: Verdict<never>['run']['event']): Verdict<never> {
  const refusal = triggerRefusals.missing(name)
  const error = { type: refusal.type, message: refusal.message ?? '' }
  return { run: { event, error, console: [], durationMs: 0 }, result: { refusal } }
}

/**
 * The event of an invocation. Source: developer guide, "user pool Lambda trigger event".
 * @param request members of `request` besides the user's attributes; undefined ones are left out
 */
export function eventOf(
  { id, region, settings }: Pool,
  client: Client | undefined,
  { name, hasUser, emptyResponse }: Trigger,
  triggerSource: string,
  { userName, userAttributes = {} }: Subject,
  request: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return {
    // V1_0 is "1".
    version: name === preTokenGeneration.name ? settings.preTokenGenerationVersion.charAt(1) : '1',
    triggerSource,
    region,
    userPoolId: id,
    userName,
    callerContext: {
      awsSdkVersion: 'aws-sdk-unknown-unknown',
      clientId: client?.id ?? 'CLIENT_ID_NOT_APPLICABLE',
    },
    request: {
      ...(hasUser ? { userAttributes } : {}),
      ...Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined)),
    },
    response: emptyResponse,
  }
}
