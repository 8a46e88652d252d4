#!/usr/bin/env bash
# A Cognito call that Playwright recorded is sent again without its body.
#
# Software: fetch-har 12.0.4
# Expected: the recorded body goes out: postData has a text, and its list of params is empty, as Playwright writes it for every request that is no form.
# Seen:     the empty list wins and the body is empty, without an error; without the list it is sent byte for byte.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --legacy-peer-deps fetch-har@12.0.4
cat > check.mjs <<'EOF'
import { createServer } from 'node:http'
import fetchHAR from 'fetch-har'

let received
const service = createServer(async (request, response) => {
  received = String(Buffer.concat(await request.toArray()))
  response.end('{}')
})
await new Promise((resolve) => service.listen(0, '127.0.0.1', resolve))

const type = 'application/x-amz-json-1.1'
const text = JSON.stringify({ AuthFlow: 'USER_PASSWORD_AUTH', ClientId: 'client', AuthParameters: { USERNAME: 'ana' } })
const harOf = (postData) => ({
  log: {
    version: '1.2',
    creator: { name: 'Playwright', version: '1.65.0' },
    entries: [
      {
        startedDateTime: '2026-11-28T10:00:00.000Z',
        time: 12,
        request: {
          method: 'POST',
          url: `http://127.0.0.1:${service.address().port}/`,
          httpVersion: 'HTTP/1.1',
          cookies: [],
          headers: [
            { name: 'Content-Type', value: type },
            { name: 'X-Amz-Target', value: 'AWSCognitoIdentityProviderService.InitiateAuth' },
          ],
          queryString: [],
          headersSize: -1,
          bodySize: text.length,
          postData,
        },
        response: {
          ...{ status: 200, statusText: 'OK', httpVersion: 'HTTP/1.1', cookies: [], headers: [] },
          ...{ content: { size: 2, mimeType: type, text: '{}' }, redirectURL: '', headersSize: -1, bodySize: 2 },
        },
        cache: {},
        timings: { send: 0, wait: 12, receive: 0 },
      },
    ],
  },
})

const seen = {}
for (const [name, postData] of [
  ['text alone', { mimeType: type, text }],
  ['text and no params', { mimeType: type, text, params: [] }],
]) {
  await fetchHAR(harOf(postData))
  seen[name] = received === text ? 'the body' : received === '' ? 'nothing' : 'something else'
}
const known = { 'text alone': 'the body', 'text and no params': 'nothing' }

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node --no-warnings check.mjs
