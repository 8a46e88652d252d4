import type { Configuration } from '../configuration/configuration.ts'
import { trial } from '../invocation/trial.ts'
import type { PracticeState } from '../state/practice-state.ts'
import type { TriggerName } from '../triggers/index.ts'
import type { Version } from '../triggers/pre-token-generation.ts'
import type { Sandbox } from '../triggers/sandbox.ts'
import type { TriggerExecution } from '../triggers/trigger-execution.ts'
import { TriggerSourceError } from '../triggers/trigger-source-error.ts'

/** What a person does to the triggers of pools at work. */
export interface TriggerControls {
  /**
   * Gives a pool another source of a trigger; undefined takes the trigger away. Where LambdaConfig
   * names a function, the source is that function's, for every pool that names it.
   * @throws TypeError when there is no such pool
   * @throws TriggerSourceError when the source does not parse; then nothing changes
   */
  readonly setTrigger: (
    userPoolId: string,
    name: TriggerName,
    source: string | undefined,
  ) => Promise<void>
  /**
   * Checks the JavaScript of the configuration file.
   * @throws TriggerSourceError for the first that does not parse
   */
  readonly checkFunctions: () => Promise<void>
  /**
   * Gives the event of a pool's PreTokenGeneration another version.
   * @throws TypeError when there is no such pool
   */
  readonly setPreTokenGenerationVersion: (userPoolId: string, version: Version) => void
  /**
   * Runs a source once on an event as the pool might send it, and changes nothing.
   * @throws TypeError when there is no such pool
   */
  readonly tryTrigger: (
    userPoolId: string,
    name: TriggerName,
    source: string,
  ) => Promise<TriggerExecution>
}

interface TriggerControlsDependencies {
  readonly configuration: Configuration
  readonly sandbox: Sandbox
  /** The state now, which a reset replaces. */
  readonly state: () => PracticeState
  /** Called after each change. */
  readonly changed: () => void
}

/** Changes, checks and tries the triggers of the pools of a state. */
export function triggerControls({
  changed,
  configuration,
  sandbox,
  state,
}: TriggerControlsDependencies): TriggerControls {
  const checkSource = async (name: string, source: string) => {
    await sandbox.load()
    const problem = sandbox.check(source)
    if (problem !== undefined) throw new TriggerSourceError(name, problem)
  }

  const poolOf = (userPoolId: string) => {
    const pool = state().pools.find(({ id }) => id === userPoolId)
    if (!pool) throw new TypeError(`there is no pool ${userPoolId}`)
    return pool
  }

  return {
    async setTrigger(userPoolId, name, source) {
      const pool = poolOf(userPoolId)
      if (source !== undefined) await checkSource(name, source)
      const { [name]: _, ...others } = pool.settings.triggers
      const arn = pool.settings.lambdaArns[name]
      const own = source !== undefined && arn === undefined
      pool.settings = { ...pool.settings, triggers: own ? { ...others, [name]: source } : others }
      const { functions } = state()
      if (arn !== undefined && source === undefined) Reflect.deleteProperty(functions, arn)
      if (arn !== undefined && source !== undefined) functions[arn] = source
      changed()
    },
    async checkFunctions() {
      const sources = [
        ...Object.entries(configuration.functions),
        ...configuration.pools.flatMap(({ id, triggers }) =>
          Object.entries(triggers).map(([name, source]) => [`${id}/${name}`, source] as const),
        ),
      ]
      for (const [name, source] of sources) await checkSource(name, source)
    },
    setPreTokenGenerationVersion(userPoolId, preTokenGenerationVersion) {
      const pool = poolOf(userPoolId)
      pool.settings = { ...pool.settings, preTokenGenerationVersion }
      changed()
    },
    async tryTrigger(userPoolId, name, source) {
      const pool = poolOf(userPoolId)
      await sandbox.load()
      return trial(state(), pool, name, source)
    },
  }
}
