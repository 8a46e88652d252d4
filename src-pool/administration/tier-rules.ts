import { tiers, type PoolConfiguration } from '../configuration/configuration.ts'
import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import type { JsonObject } from '../requests/members.ts'
import type { Replica } from '../state/replica.ts'
import { acrNamesOf } from '../tokens/assurance.ts'
import { versionsIn } from '../triggers/pre-token-generation.ts'

/** What decides whether a pool's tier has what the pool uses. */
export interface TierSettings {
  readonly settings: PoolConfiguration
  /** The input of an administrator's operation, as the pool keeps it. */
  readonly storedInput: JsonObject
  readonly replica?: Replica | undefined
}

/** A feature that smaller tiers lack. */
interface TierRule {
  /** For people, as in `threat protection`. */
  readonly feature: string
  readonly needs: 'ESSENTIALS' | 'PLUS'
  readonly isUsed: (pool: TierSettings) => boolean
}

const part = ({ storedInput }: TierSettings, name: string) =>
  storedInput[name] as JsonObject | undefined

/**
 * The features that need a tier, apart from those of MFA and first factors. Source: the service
 * model's documentation of each member; of sessions and replicas it is that of their operations.
 */
const tierRules: readonly TierRule[] = [
  {
    feature: 'the event version of PreTokenGeneration',
    needs: 'ESSENTIALS',
    isUsed: ({ settings }) => !versionsIn('LITE').includes(settings.preTokenGenerationVersion),
  },
  {
    feature: 'names of acr levels',
    needs: 'ESSENTIALS',
    isUsed: (pool) =>
      part(pool, 'AcrConfiguration') !== undefined ||
      acrNamesOf(pool.settings).some(
        (name, index) => name !== `urn:cognito:loa:${String(index + 1)}`,
      ),
  },
  {
    feature: 'the updated issuer',
    needs: 'ESSENTIALS',
    isUsed: ({ settings }) => settings.issuerType === 'UPDATED',
  },
  {
    feature: 'the password history',
    needs: 'ESSENTIALS',
    isUsed: ({ settings }) => settings.passwordPolicy.passwordHistorySize > 0,
  },
  {
    feature: 'dynamic client registration',
    needs: 'ESSENTIALS',
    isUsed: (pool) => part(pool, 'DcrConfiguration')?.EnableStatus === 'Enabled',
  },
  {
    feature: 'session tracking',
    needs: 'ESSENTIALS',
    isUsed: ({ settings }) => settings.sessions.isTracked,
  },
  { feature: 'a replica', needs: 'ESSENTIALS', isUsed: ({ replica }) => replica !== undefined },
  {
    feature: 'threat protection',
    needs: 'PLUS',
    isUsed: (pool) => (part(pool, 'UserPoolAddOns')?.AdvancedSecurityMode ?? 'OFF') !== 'OFF',
  },
]

/** What a pool uses that its tier lacks. */
export const featuresAboveTier = (pool: TierSettings): readonly string[] =>
  tierRules
    .filter(
      ({ isUsed, needs }) =>
        tiers.indexOf(pool.settings.tier) < tiers.indexOf(needs) && isUsed(pool),
    )
    .map(({ feature }) => feature)

/**
 * Refuses what the tier lacks.
 * @throws Refusal FeatureUnavailableInTierException
 */
export function checkTier(pool: TierSettings): void {
  if (featuresAboveTier(pool).length > 0) refuse(refusals.tierTooLow)
}
