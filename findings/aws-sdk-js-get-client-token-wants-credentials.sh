#!/usr/bin/env bash
# GetClientToken cannot be called with the AWS SDK for JavaScript where there are no AWS credentials.
#
# Software: @aws-sdk/client-cognito-identity-provider 3.1169.0
# Expected: an unsigned request. The SDK's own documentation of the command says that IAM credentials cannot be used to
#           authorize it; the app client sends its id and secret. RevokeToken, which says the same, is sent unsigned.
# Seen:     without credentials GetClientToken fails before anything is sent, with CredentialsProviderError "Could not
#           load credentials from any providers". With credentials it is sent with a signature (Authorization header).
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund @aws-sdk/client-cognito-identity-provider@3.1169.0
cat > check.mjs <<'EOF'
import { createServer } from 'node:http'
import {
  CognitoIdentityProviderClient,
  GetClientTokenCommand,
  RevokeTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider'

for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name]
process.env.HOME = process.cwd()
process.env.AWS_EC2_METADATA_DISABLED = 'true'

let authorization
const server = createServer((request, response) => {
  authorization = request.headers.authorization?.split(' ')[0] ?? 'none'
  request.resume().on('end', () => response.setHeader('content-type', 'application/x-amz-json-1.1').end('{}'))
})
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
const endpoint = `http://127.0.0.1:${server.address().port}`

async function sent(command, credentials) {
  authorization = 'nothing sent'
  const client = new CognitoIdentityProviderClient({ region: 'eu-central-1', endpoint, credentials })
  const error = await client.send(command).then(() => undefined, ({ name }) => name)
  return error === undefined ? authorization : `${authorization}, ${error}`
}
const ClientId = '1example23456789'
const clientToken = () => new GetClientTokenCommand({ ClientId, Secret: 'example-secret-of-the-app-client' })
const seen = {
  revokeToken: await sent(new RevokeTokenCommand({ ClientId, Token: 'example-refresh-token' })),
  clientToken: await sent(clientToken()),
  clientTokenWithCredentials: await sent(clientToken(), {
    accessKeyId: 'AKIAEXAMPLE',
    secretAccessKey: 'example',
  }),
}
server.close()
const known = {
  revokeToken: 'none',
  clientToken: 'nothing sent, CredentialsProviderError',
  clientTokenWithCredentials: 'AWS4-HMAC-SHA256',
}

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node check.mjs
