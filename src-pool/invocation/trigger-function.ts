import type { Pool } from '../state/pool.ts'
import type { PracticeState } from '../state/practice-state.ts'
import { triggerNames, type TriggerName } from '../triggers/index.ts'

/** The function of a trigger of a pool. */
export interface TriggerFunction {
  /** The function's ARN; one is invented for a source without any. */
  readonly arn: string
  /** JavaScript; undefined where nothing is known of the ARN. */
  readonly source: string | undefined
}

/** The function of a trigger, as it might be called at AWS. */
export const functionArn = (region: string, name: string): string =>
  `arn:aws:lambda:${region}:000000000000:function:${name}`

/**
 * The function behind a trigger: the source that the pool itself has, else the one that the
 * configuration maps its ARN, the pool's trigger or every pool's trigger to.
 * @returns undefined where the pool has no such trigger
 */
export function triggerFunction(
  { functions }: Pick<PracticeState, 'functions'>,
  { id, region, settings }: Pool,
  name: TriggerName,
): TriggerFunction | undefined {
  const arn = settings.lambdaArns[name]
  const source =
    settings.triggers[name] ??
    (arn === undefined ? undefined : functions[arn]) ??
    functions[`${id}/${name}`] ??
    functions[name]
  if (arn === undefined && source === undefined) return undefined
  return { arn: arn ?? functionArn(region, name), source }
}

/** Whether a pool has any trigger, so that the sandbox must be loaded. */
export const hasTriggers = (state: Pick<PracticeState, 'functions'>, pool: Pool): boolean =>
  triggerNames.some((name) => triggerFunction(state, pool, name) !== undefined)
