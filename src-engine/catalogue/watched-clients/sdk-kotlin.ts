import { defineWatchedClient } from '../define-watched-client.ts'

/** Developer guide of the AWS SDK for Kotlin, “Configure client endpoints”. */
export const sdkKotlin = defineWatchedClient({
  id: 'sdk-kotlin',
  title: 'AWS SDK for Kotlin',
  where: 'Kotlin',
  lines: ({ region, url }) => `CognitoIdentityProviderClient {
    region = "${region}"
    endpointUrl = Url.parse("${url}")
}`,
})
