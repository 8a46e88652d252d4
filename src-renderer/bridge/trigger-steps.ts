import type { TriggerExecution } from '#engine/catalogue/trigger-sequence.ts'

/** The triggers of a call as a list shows them: what each gets of ClientMetadata, and when it runs. */
export const triggerSteps = (runs: readonly TriggerExecution[]) =>
  runs.map(({ gets, trigger, when }) => ({
    name: trigger,
    remark: gets === 'nothing' ? 'does not receive it' : `receives it as ${gets}`,
    when,
    dim: gets === 'nothing',
  }))
