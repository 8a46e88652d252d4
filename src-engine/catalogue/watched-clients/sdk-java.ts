import { defineWatchedClient } from '../define-watched-client.ts'

/** Developer guide of the AWS SDK for Java 2.x, “Configuring client endpoints”. */
export const sdkJava = defineWatchedClient({
  id: 'sdk-java',
  title: 'AWS SDK for Java',
  where: 'Java, SDK 2.x',
  lines: ({ region, url }) => `CognitoIdentityProviderClient.builder()
    .region(Region.of("${region}"))
    .endpointOverride(URI.create("${url}"))
    .build();`,
})
