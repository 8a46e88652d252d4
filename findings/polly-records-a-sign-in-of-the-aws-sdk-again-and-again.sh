#!/usr/bin/env bash
# A test that replays a recorded sign-in signs in at Cognito in each run, and changes the recording each time.
#
# Software: @pollyjs/core 6.0.6 with @pollyjs/adapter-node-http 6.0.6 and @aws-sdk/client-cognito-identity-provider 3.1169.0
#           (Cognito is played by a server here)
# Expected: in its mode "replay" the second run is answered from the recording: operation, parameters and client are the same.
# Seen:     each call of the SDK has a header amz-sdk-invocation-id of its own, headers are part of what is compared, and what
#           is not found is recorded: the call goes out, and the entry of the last run is replaced. No message, and the
#           test passes as long as the pool can be reached. The same call without the SDK is replayed, and the SDK's
#           is, once that header is excluded.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund @pollyjs/core@6.0.6 @pollyjs/adapter-node-http@6.0.6 @pollyjs/persister@6.0.6 \
  @aws-sdk/client-cognito-identity-provider@3.1169.0
cat > check.mjs <<'EOF'
import { once } from 'node:events'
import http, { createServer } from 'node:http'
import { json } from 'node:stream/consumers'
import { CognitoIdentityProviderClient, InitiateAuthCommand } from '@aws-sdk/client-cognito-identity-provider'
import NodeHttpAdapter from '@pollyjs/adapter-node-http'
import { Polly } from '@pollyjs/core'
import Persister from '@pollyjs/persister'

let served = 0
const cognito = createServer((request, response) => {
  served += 1
  request.resume().on('end', () => {
    response.writeHead(200, { 'Content-Type': 'application/x-amz-json-1.1' })
    response.end(JSON.stringify({ ChallengeName: 'SMS_OTP', Session: 'session', ChallengeParameters: {} }))
  })
}).listen(0, '127.0.0.1')
await once(cognito, 'listening')
const endpoint = `http://127.0.0.1:${cognito.address().port}`

const recordings = new Map()
class InMemory extends Persister {
  static get id() {
    return 'in-memory'
  }
  onFindRecording(id) {
    return recordings.get(id) ?? null
  }
  onSaveRecording(id, data) {
    recordings.set(id, data)
  }
}
Polly.register(NodeHttpAdapter)
Polly.register(InMemory)

const parameters = { AuthFlow: 'USER_AUTH', ClientId: 'exampleclientid', AuthParameters: { USERNAME: 'ann' } }
async function bySdk() {
  const client = new CognitoIdentityProviderClient({ region: 'eu-west-1', endpoint })
  return client.send(new InitiateAuthCommand(parameters))
}
async function byHand() {
  const target = 'AWSCognitoIdentityProviderService.InitiateAuth'
  const headers = { 'Content-Type': 'application/x-amz-json-1.1', 'X-Amz-Target': target }
  const request = http.request(endpoint, { method: 'POST', headers }).end(JSON.stringify(parameters))
  const [response] = await once(request, 'response')
  return json(response)
}

async function threeRuns(name, signIn, settings) {
  served = 0
  const challenges = []
  for (let run = 0; run < 3; run++) {
    const common = { adapters: ['node-http'], persister: 'in-memory', logLevel: 'silent' }
    const polly = new Polly(name, { ...common, ...settings })
    challenges.push((await signIn()).ChallengeName)
    await polly.stop()
  }
  return { challenges: challenges.join(), 'calls of Cognito': served }
}

const withoutId = { matchRequestsBy: { headers: { exclude: ['amz-sdk-invocation-id'] } } }
const seen = {
  'AWS SDK': await threeRuns('sdk', bySdk, {}),
  'AWS SDK, without the header': await threeRuns('sdk without the header', bySdk, withoutId),
  'by hand': await threeRuns('by hand', byHand, {}),
}
cognito.close()
const challenges = 'SMS_OTP,SMS_OTP,SMS_OTP'
const known = {
  'AWS SDK': { challenges, 'calls of Cognito': 3 },
  'AWS SDK, without the header': { challenges, 'calls of Cognito': 1 },
  'by hand': { challenges, 'calls of Cognito': 1 },
}

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
AWS_EC2_METADATA_DISABLED=true node --no-warnings check.mjs
