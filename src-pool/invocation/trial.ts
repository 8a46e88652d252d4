import type { Pool } from '../state/pool.ts'
import type { PracticeState } from '../state/practice-state.ts'
import { triggers, type TriggerName } from '../triggers/index.ts'
import { functionArn } from './trigger-function.ts'
import { eventOf, subjectOf } from './invoke.ts'
import { runTrigger } from '../triggers/execute-trigger.ts'
import type { TriggerExecution } from '../triggers/trigger-execution.ts'
import type { Trigger } from '../triggers/trigger.ts'

/**
 * Runs a source once on a sample event of the pool's first user and client. Nobody is told and
 * nothing takes effect. The sandbox must be loaded.
 */
export function trial(
  { ports, sandbox }: PracticeState,
  pool: Pool,
  name: TriggerName,
  source: string,
): TriggerExecution {
  const trigger: Trigger | undefined = triggers.find((candidate) => candidate.name === name)
  if (!trigger) throw new TypeError(`there is no trigger ${name}`)
  const [triggerSource] = trigger.sources
  const [user] = pool.users
  const subject = user && trigger.hasUser ? subjectOf(user) : { userName: 'old-user' }
  const event = eventOf(
    pool,
    pool.clients[0],
    trigger,
    triggerSource,
    subject,
    trigger.sampleRequest,
  )
  const at = ports.now()
  const { run } = runTrigger(sandbox, trigger, source, event, functionArn(pool.region, name))
  return { userPoolId: pool.id, requestId: '', at, trigger: name, triggerSource, ...run }
}
