#!/usr/bin/env bash
# A proxy's block page reaches an Amplify application as a fault of its JSON parser.
#
# Software: aws-amplify 6.22.1
# Expected: an error that names the status 403, or at least says that the answer was not from Cognito.
# Seen:     a SyntaxError about "<"; neither status nor content type can be had from it.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --legacy-peer-deps aws-amplify@6.22.1
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

import { Amplify } from 'aws-amplify'
import { signIn } from 'aws-amplify/auth'

const proxy = await answering(403, { 'content-type': 'text/html' }, '<html>Blocked by policy</html>')
const Cognito = { userPoolId: 'eu-west-1_AbCdEf123', userPoolClientId: 'client', userPoolEndpoint: proxy.url }
Amplify.configure({ Auth: { Cognito } })
const options = { authFlowType: 'USER_PASSWORD_AUTH' }
const error = await signIn({ username: 'ana', password: 'a password', options }).catch((thrown) => thrown)
const seen = { name: error.name, mentionsStatus: JSON.stringify({ ...error, message: error.message }).includes('403') }
const known = { name: 'SyntaxError', mentionsStatus: false }

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node --no-warnings check.mjs
