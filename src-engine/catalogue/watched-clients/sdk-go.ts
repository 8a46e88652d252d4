import { defineWatchedClient } from '../define-watched-client.ts'

/** Developer guide of the AWS SDK for Go v2, “Configure Client Endpoints”. */
export const sdkGo = defineWatchedClient({
  id: 'sdk-go',
  title: 'AWS SDK for Go',
  where: 'Go, SDK v2',
  lines: ({
    url,
  }) => `cognitoidentityprovider.NewFromConfig(cfg, func(o *cognitoidentityprovider.Options) {
	o.BaseEndpoint = aws.String("${url}")
})`,
})
