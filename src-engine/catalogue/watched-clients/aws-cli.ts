import { defineWatchedClient } from '../define-watched-client.ts'

/** The AWS CLI’s global option. */
export const awsCli = defineWatchedClient({
  id: 'aws-cli',
  title: 'AWS CLI',
  where: 'Shell',
  lines: ({ region, url }) => `aws cognito-idp --region ${region} --endpoint-url ${url} …`,
})
