import { defineWatchedClient } from '../define-watched-client.ts'

/** ClientConfig.ServiceURL of the AWS SDK for .NET. */
export const sdkDotnet = defineWatchedClient({
  id: 'sdk-dotnet',
  title: 'AWS SDK for .NET',
  where: 'C#',
  lines: ({ region, url }) => `new AmazonCognitoIdentityProviderClient(
    new AnonymousAWSCredentials(),
    new AmazonCognitoIdentityProviderConfig
    {
        ServiceURL = "${url}",
        AuthenticationRegion = "${region}",
    });`,
  note: 'A client with credentials uses them instead of AnonymousAWSCredentials.',
})
