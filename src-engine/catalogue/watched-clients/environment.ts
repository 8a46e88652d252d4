import { defineWatchedClient } from '../define-watched-client.ts'

/** AWS SDKs and Tools Reference Guide, “Service-specific endpoints”. */
export const environment = defineWatchedClient({
  id: 'environment',
  title: 'Environment variable',
  where: 'Shell, before the program starts',
  lines: ({ url }) => `export AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER=${url}`,
  note: 'Current AWS SDKs and AWS CLIs read it (boto3 from 1.28.57, AWS CLI from 2.13.22), so no code has to change. Amplify does not read it.',
})
