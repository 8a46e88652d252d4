import type { Pool } from '../state/pool.ts'
import { triggerNames } from '../triggers/index.ts'
import { functionArn } from '../triggers/execute-trigger.ts'

/** LambdaConfig of a pool's answer: which triggers it has. Here none can be set by it. */
export function lambdaConfig({ region, settings }: Pool): Record<string, unknown> {
  const config: Record<string, unknown> = {}
  for (const name of triggerNames) {
    if (settings.triggers[name] === undefined) continue
    const LambdaArn = functionArn(region, name)
    const isSender = name === 'CustomEmailSender' || name === 'CustomSMSSender'
    config[name] = isSender ? { LambdaVersion: 'V1_0', LambdaArn } : LambdaArn
    if (name === 'PreTokenGeneration')
      config['PreTokenGenerationConfig'] = {
        LambdaVersion: settings.preTokenGenerationVersion,
        LambdaArn,
      }
  }
  return config
}
