import { defineWatchedClient } from '../define-watched-client.ts'

/** `userPoolEndpoint` of @aws-amplify/core, AuthUserPoolConfig. */
export const amplifyJs = defineWatchedClient({
  id: 'amplify-js',
  title: 'Amplify JavaScript',
  where: 'JavaScript, Amplify 6',
  lines: ({ clientId, url, userPoolId }) => `Amplify.configure({
  Auth: {
    Cognito: {
      userPoolId: '${userPoolId}',
      userPoolClientId: '${clientId}',
      userPoolEndpoint: '${url}',
    },
  },
})`,
  note: 'With amplify_outputs.json: use parseAmplifyConfig(outputs), and set userPoolEndpoint in its Auth.Cognito.',
})
