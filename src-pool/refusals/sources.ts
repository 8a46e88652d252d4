/**
 * Where a text is known from, by the exception and the beginning of the text: issues and questions
 * in which people quote the real service, and AWS's own documentation.
 */
export const textSources: readonly (readonly [start: string, source: string])[] = [
  ['Incorrect username or password', 'amplify-js#9399, warrant#12'],
  ['Client … is configured with secret', 'amplify-android#2504'],
  ['Unable to verify secret hash', 'amplify-js#277, amazon-cognito-identity-dart-2#161'],
  ['Password attempts exceeded', 'developer guide, “Authentication”'],
  ['Cannot modify an already provided', 'aws-saas-factory-bootcamp#67'],
  ['TIMESTAMP format should be', 'pycognito#122, soto#45, amazon-cognito-identity-js#683'],
  ['Invalid range for token validity', 'aws-cdk#11752'],
  ['Cannot reset password for the user', 'API reference, ForgotPassword; aws-sdk-js-v3#7401'],
  ['Invalid attributes given', 'kdgregory/example-cognito-java#1'],
  ['SMS configuration and Auto verification', 'aws-cdk#12075, #11478'],
  ["Invalid MFA configuration given, can't disable", 'aws-sdk-js#4186, sst#5177'],
  ["Invalid MFA configuration given, can't turn off", 'cdkd#1923, measured 2026-08-19'],
  ['Only PASSWORD and WEB_AUTHN', 'cdkd#1975, #2069, measured 2026-08-19'],
  ['Cannot set WebAuthn factor configuration', 'cdkd#2064, measured 2026-08-20'],
  ['WEB_AUTHN cannot be used as an auth factor', 'terraform-provider-aws#50110'],
  ['Access Token has been revoked', 'API reference, GlobalSignOut'],
  ['User is not confirmed', 'ministack#1758, measured 2026-09'],
  ['Invalid session for the user', 'amplify-js#5834, #10959'],
]
