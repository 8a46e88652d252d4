#!/usr/bin/env bash
# A HAR of a sign-in, replayed as mocks, answers a second sign-in with what another operation had answered.
# All calls to Cognito are POST to the same URL; only the header X-Amz-Target tells them apart.
#
# Software: @mswjs/source 0.5.0 with msw 2.15.0
# Expected: InitiateAuth is answered with the recorded answer of InitiateAuth, whatever was called before.
# Seen:     the answers come in the order of the recording, then the last one for ever. A page that is loaded again
#           and signs in anew gets the recorded answer of GetUser to InitiateAuth, with status 200.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund @mswjs/source@0.5.0 msw@2.15.0
cat > check.mjs <<'EOF'
import { fromTraffic } from '@mswjs/source/traffic'
import { setupServer } from 'msw/node'

const url = 'https://cognito-idp.eu-west-1.amazonaws.com/'
const target = (operation) => `AWSCognitoIdentityProviderService.${operation}`
const json = 'application/x-amz-json-1.1'
const common = { httpVersion: 'HTTP/1.1', cookies: [], headersSize: -1, bodySize: -1 }

function entry(operation, answer, second) {
  const text = JSON.stringify(answer)
  return {
    startedDateTime: `2026-11-28T10:00:0${second}.000Z`,
    time: 5,
    request: {
      ...common,
      method: 'POST',
      url,
      headers: [
        { name: 'content-type', value: json },
        { name: 'x-amz-target', value: target(operation) },
      ],
      queryString: [],
      postData: { mimeType: json, text: '{}' },
    },
    response: {
      ...common,
      status: 200,
      statusText: 'OK',
      headers: [{ name: 'content-type', value: json }],
      content: { size: text.length, mimeType: json, text },
      redirectURL: '',
    },
    cache: {},
    timings: { send: 0, wait: 5, receive: 0 },
  }
}

const entries = [
  entry('InitiateAuth', { ChallengeName: 'SOFTWARE_TOKEN_MFA' }, 0),
  entry('RespondToAuthChallenge', { AuthenticationResult: {} }, 1),
  entry('GetUser', { Username: 'ada' }, 2),
]
const server = setupServer(
  ...fromTraffic({ log: { version: '1.2', creator: { name: 'recording', version: '1' }, entries } }),
)
server.listen()
const call = async (operation) => {
  const response = await fetch(url, { method: 'POST', headers: { 'x-amz-target': target(operation) }, body: '{}' })
  return `${operation}: ${Object.keys(await response.json()).join()}`
}
const seen = []
for (const operation of ['InitiateAuth', 'RespondToAuthChallenge', 'GetUser', 'InitiateAuth']) {
  seen.push(await call(operation))
}
server.close()
const known = [
  'InitiateAuth: ChallengeName',
  'RespondToAuthChallenge: AuthenticationResult',
  'GetUser: Username',
  'InitiateAuth: Username',
]

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node --no-warnings check.mjs
