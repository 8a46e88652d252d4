#!/usr/bin/env bash
# amazon-cognito-identity-js reports a block page, or an empty error, as a fault in its own code.
#
# Software: amazon-cognito-identity-js 6.3.21
# Expected: onFailure with the status, or with a sentence about an unreadable answer.
# Seen:     onFailure with "TypeError: Cannot read properties of undefined (reading 'split')": it splits an error header that only AWS sends.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --legacy-peer-deps amazon-cognito-identity-js@6.3.21
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

import identity from 'amazon-cognito-identity-js'

async function signIn(url) {
  const Pool = new identity.CognitoUserPool({ UserPoolId: 'eu-west-1_AbCdEf123', ClientId: 'client', endpoint: url })
  const user = new identity.CognitoUser({ Username: 'ana', Pool })
  user.setAuthenticationFlowType('USER_PASSWORD_AUTH')
  const details = new identity.AuthenticationDetails({ Username: 'ana', Password: 'a password' })
  return new Promise((resolve) => {
    const callbacks = new Proxy({}, { get: (_, name) => (...values) => resolve([name, `${values[0]?.name}: ${values[0]?.message}`]) })
    user.authenticateUser(details, callbacks)
  })
}

const seen = {}
for (const [name, status, headers, body] of [
  ['block page', 403, { 'content-type': 'text/html' }, '<html>Blocked by policy</html>'],
  ['empty error', 503, {}, ''],
])
  seen[name] = await signIn((await answering(status, headers, body)).url)
const failure = ['onFailure', "TypeError: Cannot read properties of undefined (reading 'split')"]
const known = { 'block page': failure, 'empty error': failure }

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node --no-warnings check.mjs
