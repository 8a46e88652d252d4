import { defineWatchedClient } from '../define-watched-client.ts'

/** `endpoint` of the client configuration of the AWS SDK for JavaScript 3. */
export const sdkJavascript = defineWatchedClient({
  id: 'sdk-javascript',
  title: 'AWS SDK for JavaScript',
  where: 'JavaScript, SDK 3',
  lines: ({ region, url }) => `new CognitoIdentityProviderClient({
  region: '${region}',
  endpoint: '${url}',
})`,
})
