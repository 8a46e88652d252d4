import { defineWatchedClient } from '../define-watched-client.ts'

/** `endpoint` of the client configurations of the AWS SDK for Swift, which are structs by now. */
export const sdkSwift = defineWatchedClient({
  id: 'sdk-swift',
  title: 'AWS SDK for Swift',
  where: 'Swift',
  lines: ({ region, url }) =>
    `var config = try await CognitoIdentityProviderClient.CognitoIdentityProviderClientConfig(
    region: "${region}"
)
config.endpoint = "${url}"
let client = CognitoIdentityProviderClient(config: config)`,
  note: 'Versions before May 2026 name it CognitoIdentityProviderClientConfiguration.',
})
