/** The AWS SDK for Cognito, loaded when it is first needed. */
export function loadSdk() {
  // The warning is about the Node that a developer chooses; it would be on a user's screen.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true'
  return import('@aws-sdk/client-cognito-identity-provider')
}
