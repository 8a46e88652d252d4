import { defineWatchedClient } from '../define-watched-client.ts'

/** `endpoint_url` of `boto3.client`. */
export const boto3 = defineWatchedClient({
  id: 'boto3',
  title: 'boto3',
  where: 'Python',
  lines: ({ region, url }) =>
    `boto3.client('cognito-idp', region_name='${region}', endpoint_url='${url}')`,
})
