import { defineWatchedClient } from '../define-watched-client.ts'
import { hostOf } from './host-of.ts'

/** ConfigurationHelper.swift and EndpointResolving.swift of Amplify Swift 2. */
export const amplifySwift = defineWatchedClient({
  id: 'amplify-swift',
  title: 'Amplify iOS (Swift)',
  where: 'amplifyconfiguration.json',
  lines: ({ clientId, region, url, userPoolId }) => `"CognitoUserPool": {
  "Default": {
    "PoolId": "${userPoolId}",
    "AppClientId": "${clientId}",
    "Region": "${region}",
    "Endpoint": "${hostOf(url)}"
  }
}`,
  note: 'It takes a host without scheme or path and always uses https, so watch with https and trust its certificate in the simulator. amplify_outputs.json (Gen 2) has no such setting.',
})
