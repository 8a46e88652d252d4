#!/usr/bin/env bash
# A recorded sign-in whose password contains ${…} cannot be converted into a load test.
#
# Software: har-to-k6 0.14.16
# Expected: the recorded body goes into the script as it is, as that of any other password does.
# Seen:     "Post text referenced undefined variable": recorded text is searched for names of variables, which HAR does
#           not have, and nothing is written. The message does not say which entry is meant.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund har-to-k6@0.14.16
cat > check.mjs <<'EOF'
import { liHARToK6Script } from 'har-to-k6'

const recorded = (password) => {
  const mimeType = 'application/x-amz-json-1.1'
  const text = JSON.stringify({ AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { PASSWORD: password } })
  const request = {
    method: 'POST',
    url: 'https://cognito-idp.eu-west-1.amazonaws.com/',
    httpVersion: 'HTTP/2.0',
    headers: [{ name: 'x-amz-target', value: 'AWSCognitoIdentityProviderService.InitiateAuth' }],
    queryString: [],
    cookies: [],
    headersSize: -1,
    bodySize: text.length,
    postData: { mimeType, text },
  }
  const response = {
    status: 200,
    statusText: 'OK',
    httpVersion: 'HTTP/2.0',
    headers: [],
    cookies: [],
    content: { mimeType, size: 2, text: '{}' },
    redirectURL: '',
    headersSize: -1,
    bodySize: 2,
  }
  const timings = { send: 1, wait: 8, receive: 1 }
  const entry = { startedDateTime: '2026-11-28T10:00:00.000Z', time: 10, request, response, cache: {}, timings }
  return { log: { version: '1.2', creator: { name: 'sample', version: '1' }, entries: [entry] } }
}

const outcomeOf = async (password) => {
  try {
    const { main } = await liHARToK6Script(recorded(password))
    return main.includes(password) ? 'written' : 'changed'
  } catch (error) {
    return error.message
  }
}
const seen = [await outcomeOf('sun$shine{2026}'), await outcomeOf('sun${shine}2026')]
const known = ['written', 'Post text referenced undefined variable: shine']

const same = seen[0] === known[0] && seen[1].startsWith(known[1])
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node check.mjs
