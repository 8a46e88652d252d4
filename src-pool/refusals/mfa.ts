import { exception, type RefusalText } from './refusal.ts'

const invalidParameter = exception('InvalidParameterException')

/** What is refused of a pool's MFA configuration. */
export const mfaRefusals = {
  // aws-cdk#12075, #11478
  smsConfigurationNeeded: invalidParameter(
    'SMS configuration and Auto verification for phone_number are required when MFA is required/optional',
  ),
  // aws-sdk-js#4186, sst#5177
  noFactor: invalidParameter(
    "Invalid MFA configuration given, can't disable all MFAs with a required or optional configuration.",
  ),
  // cdkd#1923, measured 2026-08-19
  factorWhileOff: invalidParameter(
    "Invalid MFA configuration given, can't turn off MFA and configure an MFA together.",
  ),
  smsWithoutConfiguration: invalidParameter(
    'SMS MFA needs the SMS configuration of the user pool.',
    'assumed',
  ),
  emailWithoutDeveloper: invalidParameter(
    'Email MFA needs an email configuration with the sending account DEVELOPER.',
    'assumed',
  ),
  passwordFactorNeeded: invalidParameter('PASSWORD must be an allowed first factor.', 'assumed'),
  smsOtpWithoutConfiguration: invalidParameter(
    'SMS_OTP as a first factor needs the SMS configuration of the user pool.',
    'assumed',
  ),
  codeFirstWithRequiredMfa: invalidParameter(
    'One-time passwords cannot be a first factor while MFA is required.',
    'assumed',
  ),
} as const satisfies Record<string, RefusalText>
