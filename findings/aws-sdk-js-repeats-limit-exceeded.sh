#!/usr/bin/env bash
# One click on "Forgot password" spends three of the attempts that Cognito allows.
#
# Software: @aws-sdk/client-cognito-identity-provider 3.1169.0
# Expected: "Attempt limit exceeded" (LimitExceededException, status 400) is an answer, not a fault of the network: one request.
# Seen:     the SDK takes it for throttling and sends the call three times; TooManyFailedAttemptsException goes out once.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --legacy-peer-deps @aws-sdk/client-cognito-identity-provider@3.1169.0
cat > check.mjs <<'EOF'
import { createServer } from 'node:http'

/** Answers every request alike, and counts them. */
async function answering(status, headers, body) {
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      state.requests += 1
      response.writeHead(status, headers).end(body)
    })
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const state = { requests: 0, url: `http://127.0.0.1:${server.address().port}` }
  return state
}
const amzJson = { 'content-type': 'application/x-amz-json-1.1' }

import { CognitoIdentityProviderClient, ForgotPasswordCommand } from '@aws-sdk/client-cognito-identity-provider'

const seen = {}
for (const error of ['LimitExceededException', 'TooManyFailedAttemptsException']) {
  const message = 'Attempt limit exceeded, please try after some time.'
  const service = await answering(400, amzJson, JSON.stringify({ __type: error, message }))
  const client = new CognitoIdentityProviderClient({ region: 'eu-west-1', endpoint: service.url })
  const call = new ForgotPasswordCommand({ ClientId: 'client', Username: 'ana' })
  await client.send(call).catch((refused) => {
    seen[refused.name] = service.requests
  })
}
const known = { LimitExceededException: 3, TooManyFailedAttemptsException: 1 }

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node --no-warnings check.mjs
