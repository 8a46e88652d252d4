import { defineWatchedClient } from '../define-watched-client.ts'

/** UserPoolConfiguration.kt of Amplify Android 2: a fully qualified host name, nothing else. */
export const amplifyAndroid = defineWatchedClient({
  id: 'amplify-android',
  title: 'Amplify Android',
  where: 'amplifyconfiguration.json',
  lines: ({ clientId, region, userPoolId }) => `"CognitoUserPool": {
  "Default": {
    "PoolId": "${userPoolId}",
    "AppClientId": "${clientId}",
    "Region": "${region}",
    "Endpoint": "localhost"
  }
}`,
  note: 'It takes a host name without a port and always uses https, so watch with https on port 443, and forward that port to the device with: adb root && adb reverse tcp:443 tcp:443. The app must trust the certificate (network_security_config.xml).',
})
