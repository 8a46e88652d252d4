import { mfaRefusals } from '../refusals/mfa.ts'
import { refusals } from '../refusals/catalogue.ts'
import { refuse, type RefusalText } from '../refusals/refusal.ts'
import type { PoolConfiguration } from './configuration.ts'

/** One combination of settings that no pool can have. */
export interface MfaRule {
  readonly is: (settings: MfaSettings) => boolean
  readonly refusal: RefusalText
}

type MfaSettings = Pick<
  PoolConfiguration,
  'mfaConfiguration' | 'mfaMethods' | 'tier' | 'allowedFirstAuthFactors' | 'webAuthnConfiguration'
>

/**
 * The combinations of MFA mode, second factors, first factors, tier and passkeys that are refused,
 * in the order in which they are noticed; whichever operation or file asks for them.
 */
export const mfaRules: readonly MfaRule[] = [
  {
    is: ({ tier, mfaMethods }) => tier === 'LITE' && mfaMethods.includes('EMAIL_OTP'),
    refusal: refusals.tierTooLow,
  },
  {
    is: ({ tier, allowedFirstAuthFactors: first }) =>
      tier === 'LITE' && first.some((factor) => factor !== 'PASSWORD'),
    refusal: refusals.tierTooLow,
  },
  {
    is: ({ tier, webAuthnConfiguration: { factorConfiguration } }) =>
      tier === 'LITE' && factorConfiguration !== 'SINGLE_FACTOR',
    refusal: refusals.tierTooLow,
  },
  {
    is: ({ mfaConfiguration, mfaMethods }) => mfaConfiguration !== 'OFF' && mfaMethods.length === 0,
    refusal: mfaRefusals.smsConfigurationNeeded,
  },
  {
    is: ({ allowedFirstAuthFactors: first }) => !first.includes('PASSWORD'),
    refusal: mfaRefusals.passwordFactorNeeded,
  },
  {
    is: ({ mfaConfiguration, allowedFirstAuthFactors: first }) =>
      mfaConfiguration === 'ON' && (first.includes('EMAIL_OTP') || first.includes('SMS_OTP')),
    refusal: mfaRefusals.codeFirstWithRequiredMfa,
  },
]

/**
 * Refuses a combination that no pool can have.
 * @throws Refusal InvalidParameterException, or FeatureUnavailableInTierException
 */
export function checkMfa(settings: MfaSettings): void {
  for (const { is, refusal } of mfaRules) if (is(settings)) refuse(refusal)
}
