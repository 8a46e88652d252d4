import { defineWatchedClient } from '../define-watched-client.ts'

/** `endpoint` of the client constructor options of the AWS SDK for PHP. */
export const sdkPhp = defineWatchedClient({
  id: 'sdk-php',
  title: 'AWS SDK for PHP',
  where: 'PHP, SDK 3',
  lines: ({ region, url }) => `new Aws\\CognitoIdentityProvider\\CognitoIdentityProviderClient([
    'region' => '${region}',
    'version' => '2016-04-18',
    'endpoint' => '${url}',
]);`,
})
