#!/usr/bin/env bash
# One network error during a refresh signs the user out when the token expires.
#
# Software: amazon-cognito-passwordless-auth 0.17.0
# Expected: the next refresh is sent: the refresh token is valid for a month, and the service is there again.
# Seen:     after any failure, also throttling, the refresh token counts as invalid until the page is loaded again, and no further call is sent.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --legacy-peer-deps amazon-cognito-passwordless-auth@0.17.0
cat > check.mjs <<'EOF'
import { createServer } from 'node:http'

/** Answers each call with what `answer` returns for its operation and body: [status, body], or nothing to break the connection. */
async function scripted(answer) {
  const calls = []
  const server = createServer(async (request, response) => {
    const target = request.headers['x-amz-target']?.split('.')[1]
    const call = { operation: target, body: JSON.parse(Buffer.concat(await request.toArray()) || '{}') }
    calls.push(call)
    const [status, body] = answer(call, calls) ?? []
    if (status === undefined) return request.socket.destroy()
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body))
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { calls, url: `http://127.0.0.1:${server.address().port}` }
}

const now = Math.floor(Date.now() / 1000)
const jwt = (claims) =>
  [{ alg: 'RS256', kid: 'key' }, { iat: now, exp: now + 3600, sub: 'sub', ...claims }]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .concat('c2lnbmF0dXJl')
    .join('.')
const tokens = (others) => ({
  ChallengeParameters: {},
  AuthenticationResult: {
    AccessToken: jwt({ token_use: 'access', client_id: 'client', username: 'ana' }),
    IdToken: jwt({ token_use: 'id', aud: 'client', 'cognito:username': 'ana' }),
    ExpiresIn: 3600,
    TokenType: 'Bearer',
    ...others,
  },
})

import { Passwordless } from 'amazon-cognito-passwordless-auth'
import { authenticateWithPlaintextPassword } from 'amazon-cognito-passwordless-auth/plaintext'
import { refreshTokens } from 'amazon-cognito-passwordless-auth/refresh'

const throttled = [400, { __type: 'TooManyRequestsException', message: 'Too many requests' }]
const seen = {}
for (const [name, failure] of [['broken connection', undefined], ['throttling', throttled]]) {
  const isRefresh = ({ body }) => body.AuthFlow === 'REFRESH_TOKEN_AUTH'
  const pool = await scripted((call, calls) => {
    if (!isRefresh(call)) return [200, tokens({ RefreshToken: `refresh-${name}` })]
    return calls.filter(isRefresh).length === 1 ? failure : [200, tokens()]
  })
  Passwordless.configure({ userPoolId: 'eu-west-1_AbCdEf123', clientId: 'client', cognitoIdpEndpoint: pool.url })
  await authenticateWithPlaintextPassword({ username: 'ana', password: 'a password' }).signedIn
  const outcomes = []
  for (let time = 1; time <= 3; time += 1)
    outcomes.push(await refreshTokens({}).then(() => 'refreshed', () => 'failed'))
  seen[name] = { outcomes, refreshes: pool.calls.filter(isRefresh).length }
}
const once = { outcomes: ['failed', 'failed', 'failed'], refreshes: 1 }
const known = { 'broken connection': once, throttling: once }

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node --no-warnings check.mjs
