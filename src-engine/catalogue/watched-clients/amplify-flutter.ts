import { defineWatchedClient } from '../define-watched-client.ts'

/** WrappedCognitoIdentityProviderClient of amplify_auth_cognito_dart: a URL is taken as it is. */
export const amplifyFlutter = defineWatchedClient({
  id: 'amplify-flutter',
  title: 'Amplify Flutter',
  where: 'amplifyconfiguration.dart',
  lines: ({ clientId, region, url, userPoolId }) => `"CognitoUserPool": {
  "Default": {
    "PoolId": "${userPoolId}",
    "AppClientId": "${clientId}",
    "Region": "${region}",
    "Endpoint": "${url}"
  }
}`,
  note: 'In the Android emulator, this machine is http://10.0.2.2 with the same port, or use adb reverse. Allow plain HTTP in debug builds.',
})
