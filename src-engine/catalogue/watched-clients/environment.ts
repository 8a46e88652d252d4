import { defineWatchedClient } from '../define-watched-client.ts'

/** AWS SDKs and Tools Reference Guide, “Service-specific endpoints”. */
export const environment = defineWatchedClient({
  id: 'environment',
  title: 'Environment variable',
  where: 'Shell, before the program starts',
  lines: ({ url }) => `export AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER=${url}`,
  note: 'Every current AWS SDK and the AWS CLI read it, so no code has to change. Amplify does not read it.',
})
