import type { PoolConfiguration } from '../configuration/configuration.ts'
import { administrationRefusals } from '../refusals/administration.ts'
import { refuse } from '../refusals/refusal.ts'
import type { JsonObject, Values } from '../requests/members.ts'
import type { Pool } from '../state/pool.ts'
import { functionArn } from '../invocation/trigger-function.ts'
import { triggerNames, type TriggerName } from '../triggers/index.ts'
import type { poolMembers } from './pool-members.ts'

type LambdaConfigInput = Values<(typeof poolMembers)['LambdaConfig']['members']>

/**
 * The settings that LambdaConfig stands for: the function of each trigger, and the version of
 * PreTokenGeneration's event where it says one.
 */
export function lambdaSettings(
  input: LambdaConfigInput | undefined,
): Partial<Pick<PoolConfiguration, 'lambdaArns' | 'preTokenGenerationVersion'>> {
  if (!input) return { lambdaArns: {} }
  const { PreTokenGeneration, PreTokenGenerationConfig: versioned, ...others } = input
  const { CustomSMSSender, CustomEmailSender, KMSKeyID } = others
  if (versioned && PreTokenGeneration && versioned.LambdaArn !== PreTokenGeneration)
    refuse(administrationRefusals.twoTokenFunctions)
  if ((CustomSMSSender ?? CustomEmailSender) && !KMSKeyID)
    refuse(administrationRefusals.senderWithoutKey)
  const arns: Record<TriggerName, string | undefined> = {
    PreSignUp: others.PreSignUp,
    PostConfirmation: others.PostConfirmation,
    UserMigration: others.UserMigration,
    PreAuthentication: others.PreAuthentication,
    DefineAuthChallenge: others.DefineAuthChallenge,
    CreateAuthChallenge: others.CreateAuthChallenge,
    VerifyAuthChallengeResponse: others.VerifyAuthChallengeResponse,
    CustomMessage: others.CustomMessage,
    CustomEmailSender: CustomEmailSender?.LambdaArn,
    CustomSMSSender: CustomSMSSender?.LambdaArn,
    PostAuthentication: others.PostAuthentication,
    PreTokenGeneration: versioned?.LambdaArn ?? PreTokenGeneration,
  }
  const version = versioned?.LambdaVersion
  return {
    lambdaArns: Object.fromEntries(
      Object.entries(arns).flatMap(([name, arn]) => (arn === undefined ? [] : [[name, arn]])),
    ),
    ...((versioned ?? PreTokenGeneration) && {
      preTokenGenerationVersion: version === 'V2_0' || version === 'V3_0' ? version : 'V1_0',
    }),
  }
}

/** LambdaConfig of an answer: as it was given, and the triggers that a person added here. */
export function lambdaConfig({ region, settings, storedInput }: Pool): JsonObject {
  const config: Record<string, unknown> = {
    ...(storedInput.LambdaConfig as JsonObject | undefined),
  }
  for (const name of triggerNames) {
    if (settings.triggers[name] === undefined || settings.lambdaArns[name] !== undefined) continue
    const LambdaArn = functionArn(region, name)
    const isSender = name === 'CustomEmailSender' || name === 'CustomSMSSender'
    config[name] = isSender ? { LambdaVersion: 'V1_0', LambdaArn } : LambdaArn
  }
  const tokens = settings.lambdaArns.PreTokenGeneration ?? config.PreTokenGeneration
  if (tokens !== undefined) {
    config.PreTokenGeneration = tokens
    config.PreTokenGenerationConfig = {
      LambdaVersion: settings.preTokenGenerationVersion,
      LambdaArn: tokens,
    }
  }
  return config
}
