import type { TriggerRun } from '#engine/catalogue/trigger-runs.ts'

/** The triggers of a call as a list shows them: what each gets of ClientMetadata, and when it runs. */
export const triggerSteps = (runs: readonly TriggerRun[]) =>
  runs.map(({ gets, trigger, when }) => ({
    name: trigger,
    remark: gets === 'nothing' ? 'does not see it' : `sees it as ${gets}`,
    when,
    dim: gets === 'nothing',
  }))
