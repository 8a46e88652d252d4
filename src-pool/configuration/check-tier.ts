import { refusals } from '../refusals/catalogue.ts'
import { refuse, type Certainty } from '../refusals/refusal.ts'
import type { JsonObject } from '../requests/members.ts'
import { versionsIn } from '../triggers/pre-token-generation.ts'
import { tiers, type ClientConfiguration, type PoolConfiguration } from './configuration.ts'

type Settings = Pick<
  PoolConfiguration,
  | 'acrNames'
  | 'allowedFirstAuthFactors'
  | 'mfaMethods'
  | 'passwordPolicy'
  | 'preTokenGenerationVersion'
  | 'sessions'
  | 'tier'
  | 'webAuthnConfiguration'
>
type ClientSettings = Pick<ClientConfiguration, 'explicitAuthFlows' | 'refreshTokenRotation'>

/** What decides whether a pool's tier has what the pool uses. */
export interface TierUse {
  readonly settings: Settings
  /** The input of an administrator's operation, where the pool keeps one. */
  readonly storedInput?: JsonObject
  readonly hasReplica: boolean
  readonly clients: readonly ClientSettings[]
}

/** A feature that smaller tiers lack. */
interface TierRule<Use> {
  /** As Cognito names it; where that is not known, as its developer guide does. */
  readonly feature: string | ((use: Use) => string)
  readonly needs: 'ESSENTIALS' | 'PLUS'
  /** How sure the name of the feature is. */
  readonly certainty: Certainty
  readonly isUsed: (use: Use) => boolean
}

const part = ({ storedInput }: TierUse, name: string) =>
  storedInput?.[name] as JsonObject | undefined
const essentials = { needs: 'ESSENTIALS', certainty: 'assumed' } as const

/**
 * The features of a pool that need a tier. Source: the service model's documentation of each member,
 * developer guide, "Essentials plan features"; of sessions and replicas that of their operations.
 */
const poolRules: readonly TierRule<TierUse>[] = [
  {
    feature: 'Passwordless Sign-In',
    needs: 'ESSENTIALS',
    certainty: 'confirmed',
    isUsed: ({ settings }) => settings.allowedFirstAuthFactors.some((one) => one !== 'PASSWORD'),
  },
  {
    feature: 'Email MFA',
    ...essentials,
    isUsed: ({ settings }) => settings.mfaMethods.includes('EMAIL_OTP'),
  },
  {
    feature: 'Passkey MFA',
    ...essentials,
    isUsed: ({ settings }) =>
      settings.webAuthnConfiguration.factorConfiguration !== 'SINGLE_FACTOR',
  },
  {
    feature: ({ settings }) =>
      `Token Customization with Pre-Token Generation Lambda ${settings.preTokenGenerationVersion}`,
    needs: 'ESSENTIALS',
    certainty: 'reported',
    isUsed: ({ settings }) => !versionsIn('LITE').includes(settings.preTokenGenerationVersion),
  },
  {
    feature: 'Custom ACR Level Names',
    ...essentials,
    isUsed: (use) =>
      part(use, 'AcrConfiguration') !== undefined ||
      Object.entries(use.settings.acrNames).some(
        ([level, name]) => name !== level.replace('level', 'urn:cognito:loa:'),
      ),
  },
  {
    feature: 'Password History',
    ...essentials,
    isUsed: ({ settings }) => settings.passwordPolicy.passwordHistorySize > 0,
  },
  {
    feature: 'Dynamic Client Registration',
    ...essentials,
    isUsed: (use) => part(use, 'DcrConfiguration')?.EnableStatus === 'Enabled',
  },
  {
    feature: 'Session Management',
    ...essentials,
    isUsed: ({ settings }) => settings.sessions.isTracked,
  },
  { feature: 'Multi-Region Replication', ...essentials, isUsed: ({ hasReplica }) => hasReplica },
  {
    feature: 'Threat Protection',
    needs: 'PLUS',
    certainty: 'confirmed',
    isUsed: (use) => (part(use, 'UserPoolAddOns')?.AdvancedSecurityMode ?? 'OFF') !== 'OFF',
  },
]

/** The same of an app client. */
const clientRules: readonly TierRule<ClientSettings>[] = [
  {
    feature: 'Choice-Based Sign-In',
    ...essentials,
    isUsed: ({ explicitAuthFlows }) => explicitAuthFlows.includes('ALLOW_USER_AUTH'),
  },
  {
    feature: 'Refresh Token Rotation',
    needs: 'ESSENTIALS',
    certainty: 'reported',
    isUsed: ({ refreshTokenRotation }) => refreshTokenRotation !== undefined,
  },
]

interface Lacking {
  readonly feature: string
  readonly certainty: Certainty
}

const lacking = <Use>(rules: readonly TierRule<Use>[], tier: string, use: Use): Lacking[] =>
  rules
    .filter(
      ({ isUsed, needs }) =>
        tiers.findIndex((one) => one === tier) < tiers.indexOf(needs) && isUsed(use),
    )
    .map(({ certainty, feature }) => ({
      certainty,
      feature: typeof feature === 'string' ? feature : feature(use),
    }))

const order: readonly Certainty[] = ['confirmed', 'reported', 'assumed']

/** What a tier lacks as the texts of refusals name it, and how sure all of the names are. */
const named = (all: readonly Lacking[]) => ({
  features: [...new Set(all.map(({ feature }) => feature))],
  certainty: order.findLast((one) => all.some(({ certainty }) => certainty === one)) ?? 'assumed',
})

/**
 * Refuses a pool that uses what its tier lacks.
 * @throws Refusal FeatureUnavailableInTierException; where app clients alone use it,
 * TierChangeNotAllowedException
 */
export function checkTier(use: TierUse): void {
  const { tier } = use.settings
  const ofPool = lacking(poolRules, tier, use)
  const ofClients = use.clients.flatMap((client) => lacking(clientRules, tier, client))
  const { features, certainty } = named([...ofPool, ...ofClients])
  if (ofPool.length > 0) refuse(refusals.tierLacks(tier, features, certainty))
  if (ofClients.length > 0) refuse(refusals.tierChange(tier, features))
}

/**
 * Refuses an app client that uses what the tier of its pool lacks.
 * @throws Refusal FeatureUnavailableInTierException
 */
export function checkTierOfClient(tier: string, client: ClientSettings): void {
  const all = lacking(clientRules, tier, client)
  const { features, certainty } = named(all)
  if (all.length > 0) refuse(refusals.tierLacks(tier, features, certainty))
}

/**
 * Refuses a request for a feature in a tier that lacks it; its text is assumed.
 * @throws Refusal FeatureUnavailableInTierException
 */
export function checkNotLite({ tier }: Pick<PoolConfiguration, 'tier'>, feature: string): void {
  if (tier === 'LITE') refuse(refusals.tierLacks(tier, [feature], 'assumed'))
}
