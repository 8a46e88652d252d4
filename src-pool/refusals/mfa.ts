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
    'Cannot set EmailMfaConfiguration when user pool EmailConfiguration contains an EmailSendingAccount of COGNITO_DEFAULT.',
  ),
  passwordFactorNeeded: invalidParameter(
    'Password should be configured as one of the allowed first auth factors.',
  ),
  smsForPhoneNumbers: invalidParameter(
    'SMS configuration is required when phone_number is selected for auto verification',
  ),
  smsOtpWithoutConfiguration: invalidParameter(
    'SMS_OTP as a first factor needs the SMS configuration of the user pool.',
    'assumed',
  ),
  // cdkd#1975, #2069, measured 2026-08-19
  codeFirstWithRequiredMfa: invalidParameter(
    'Only PASSWORD and WEB_AUTHN (if configured) can be enabled as an auth factor if MFA is enabled',
  ),
  // cdkd#2064, measured 2026-08-20
  singleFactorPasskey: invalidParameter(
    'Cannot set WebAuthn factor configuration to SINGLE_FACTOR if MFA is required and WebAuthn is an allowed first auth factor',
  ),
  // terraform-provider-aws#50110
  passkeyNoMfa: invalidParameter(
    'WEB_AUTHN cannot be used as an auth factor when MFA is enabled if not configured for MFA.',
  ),
} as const satisfies Record<string, RefusalText>
