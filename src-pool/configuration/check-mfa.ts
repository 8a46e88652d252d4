import { mfaRefusals } from '../refusals/mfa.ts'
import { refuse, type RefusalText } from '../refusals/refusal.ts'
import type { MfaMethod, PoolConfiguration } from './configuration.ts'

/** What decides whether a pool's factors go together. */
export interface MfaSettings extends Pick<
  PoolConfiguration,
  | 'allowedFirstAuthFactors'
  | 'autoVerifiedAttributes'
  | 'mfaConfiguration'
  | 'mfaMethods'
  | 'webAuthnConfiguration'
> {
  /** The second factors that this very call, or file, configures. */
  readonly configures: readonly MfaMethod[]
  /** Whether the pool has an SMS configuration. */
  readonly sendsSms: boolean
  /** Whether its email goes by the developer's own account. */
  readonly sendsDeveloperEmail: boolean
}

/** One combination of settings that no pool can have. */
export interface MfaRule {
  readonly is: (settings: MfaSettings) => boolean
  readonly refusal: RefusalText
  /** What SetUserPoolMfaConfig says, where that is something else. */
  readonly ofSetUserPoolMfaConfig?: RefusalText
}

const isOff = ({ mfaConfiguration }: MfaSettings) => mfaConfiguration === 'OFF'
const isRequired = ({ mfaConfiguration }: MfaSettings) => mfaConfiguration === 'ON'
const isSingleFactor = ({ webAuthnConfiguration: { factorConfiguration } }: MfaSettings) =>
  factorConfiguration === 'SINGLE_FACTOR'
const begins = (
  { allowedFirstAuthFactors: first }: MfaSettings,
  ...factors: PoolConfiguration['allowedFirstAuthFactors']
) => factors.some((factor) => first.includes(factor))
const demands = (settings: MfaSettings, method: MfaMethod) =>
  !isOff(settings) && settings.mfaMethods.includes(method)

/**
 * The combinations of MFA mode, second factors, first factors, passkeys and delivery that are
 * refused, in the order in which they are noticed; whichever operation or file asks for them.
 */
export const mfaRules: readonly MfaRule[] = [
  {
    is: (settings) => isOff(settings) && settings.configures.length > 0,
    refusal: mfaRefusals.factorWhileOff,
  },
  {
    is: (settings) => !isOff(settings) && settings.mfaMethods.length === 0,
    refusal: mfaRefusals.smsConfigurationNeeded,
    ofSetUserPoolMfaConfig: mfaRefusals.noFactor,
  },
  {
    is: (settings) => !begins(settings, 'PASSWORD'),
    refusal: mfaRefusals.passwordFactorNeeded,
  },
  {
    is: (settings) => isRequired(settings) && begins(settings, 'EMAIL_OTP', 'SMS_OTP'),
    refusal: mfaRefusals.codeFirstWithRequiredMfa,
  },
  {
    is: (settings) =>
      isRequired(settings) && begins(settings, 'WEB_AUTHN') && isSingleFactor(settings),
    refusal: mfaRefusals.passkeyNoMfa,
    ofSetUserPoolMfaConfig: mfaRefusals.singleFactorPasskey,
  },
  {
    is: (settings) => begins(settings, 'SMS_OTP') && !settings.sendsSms,
    refusal: mfaRefusals.smsOtpWithoutConfiguration,
  },
  {
    is: (settings) => demands(settings, 'SMS_MFA') && !settings.sendsSms,
    refusal: mfaRefusals.smsWithoutConfiguration,
  },
  {
    is: (settings) => demands(settings, 'EMAIL_OTP') && !settings.sendsDeveloperEmail,
    refusal: mfaRefusals.emailWithoutDeveloper,
  },
  {
    is: ({ autoVerifiedAttributes, sendsSms }) =>
      autoVerifiedAttributes.includes('phone_number') && !sendsSms,
    refusal: mfaRefusals.smsForPhoneNumbers,
  },
]

/**
 * Refuses a combination that no pool can have.
 * @param bySetUserPoolMfaConfig whether that operation asks for it, which has texts of its own
 * @throws Refusal InvalidParameterException
 */
export function checkMfa(settings: MfaSettings, bySetUserPoolMfaConfig = false): void {
  const rule = mfaRules.find(({ is }) => is(settings))
  if (!rule) return
  const { refusal, ofSetUserPoolMfaConfig } = rule
  refuse(bySetUserPoolMfaConfig ? (ofSetUserPoolMfaConfig ?? refusal) : refusal)
}
