import { defineWatchedClient } from '../define-watched-client.ts'

/** ICognitoUserPoolData of amazon-cognito-identity-js 6. */
export const identityJs = defineWatchedClient({
  id: 'identity-js',
  title: 'amazon-cognito-identity-js',
  where: 'JavaScript',
  lines: ({ clientId, url, userPoolId }) => `new CognitoUserPool({
  UserPoolId: '${userPoolId}',
  ClientId: '${clientId}',
  endpoint: '${url}',
})`,
})
