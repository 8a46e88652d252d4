import { defineWatchedClient } from '../define-watched-client.ts'

/** `endpoint` of the client configuration classes of the AWS SDK for Swift. */
export const sdkSwift = defineWatchedClient({
  id: 'sdk-swift',
  title: 'AWS SDK for Swift',
  where: 'Swift',
  lines: ({ region, url }) =>
    `let config = try await CognitoIdentityProviderClient.CognitoIdentityProviderClientConfiguration(
    region: "${region}"
)
config.endpoint = "${url}"
let client = CognitoIdentityProviderClient(config: config)`,
})
