#!/usr/bin/env bash
# The span of a refused sign-in has no request id, the one thing that AWS support asks for.
#
# Software: @opentelemetry/instrumentation-aws-sdk 0.78.0 with @aws-sdk/client-cognito-identity-provider 3.1169.0
# Expected: aws.request.id on every span whose answer carried x-amzn-requestid.
# Seen:     it is on the span of a success, and absent from that of a refusal with the same header.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --legacy-peer-deps @aws-sdk/client-cognito-identity-provider@3.1169.0 @opentelemetry/instrumentation-aws-sdk@0.78.0 @opentelemetry/instrumentation @opentelemetry/sdk-trace-node
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

import { createRequire } from 'node:module'
import { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node'
import { registerInstrumentations } from '@opentelemetry/instrumentation'
import { AwsInstrumentation } from '@opentelemetry/instrumentation-aws-sdk'

const exporter = new InMemorySpanExporter()
new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }).register()
registerInstrumentations({ instrumentations: [new AwsInstrumentation()] })
const { CognitoIdentityProviderClient, InitiateAuthCommand } = createRequire(import.meta.url)('@aws-sdk/client-cognito-identity-provider')

const headers = { ...amzJson, 'x-amzn-requestid': '11111111-2222-4333-8444-555555555555' }
const refusal = { __type: 'NotAuthorizedException', message: 'Incorrect username or password.' }
for (const [status, body] of [[200, { ChallengeName: 'SMS_MFA' }], [400, refusal]]) {
  const { url } = await answering(status, headers, JSON.stringify(body))
  const client = new CognitoIdentityProviderClient({ region: 'eu-west-1', endpoint: url })
  const AuthParameters = { USERNAME: 'ana', PASSWORD: 'a password' }
  const call = new InitiateAuthCommand({ AuthFlow: 'USER_PASSWORD_AUTH', ClientId: 'client', AuthParameters })
  await client.send(call).catch(() => undefined)
}
const seen = exporter.getFinishedSpans().map(({ attributes }) => [
  attributes['http.response.status_code'],
  'aws.request.id' in attributes,
])
const known = [[200, true], [400, false]]

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node --no-warnings check.mjs
