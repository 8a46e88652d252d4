#!/usr/bin/env bash
# A refresh token that was revoked costs every visitor six seconds and six calls.
#
# Software: amazon-cognito-identity-js 6.3.21
# Expected: getSession sends the refresh once and reports "Refresh Token has been revoked", as a sign-in with a wrong password is sent once.
# Seen:     six identical calls over about six seconds, whatever the refusal: a refused PreTokenGeneration runs its function six times, too.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --legacy-peer-deps amazon-cognito-identity-js@6.3.21
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
  [{ alg: 'RS256', kid: 'key' }, { iat: now, exp: now + -60, sub: 'sub', ...claims }]
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

import identity from 'amazon-cognito-identity-js'

const { AuthenticationDetails, CognitoUser, CognitoUserPool } = identity
const refusals = {
  NotAuthorizedException: 'Refresh Token has been revoked',
  UserLambdaValidationException: 'PreTokenGeneration failed with error not now.',
}
const seen = {}
for (const [__type, message] of Object.entries(refusals)) {
  const pool = await scripted(({ body }) =>
    body.AuthFlow === 'REFRESH_TOKEN_AUTH' ? [400, { __type, message }] : [200, tokens({ RefreshToken: 'refresh' })],
  )
  const Pool = new CognitoUserPool({ UserPoolId: 'eu-west-1_AbCdEf123', ClientId: 'client', endpoint: pool.url })
  const user = new CognitoUser({ Username: 'ana', Pool })
  user.setAuthenticationFlowType('USER_PASSWORD_AUTH')
  const details = new AuthenticationDetails({ Username: 'ana', Password: 'a password' })
  await new Promise((onSuccess, onFailure) => user.authenticateUser(details, { onSuccess, onFailure }))
  const started = Date.now()
  const error = await new Promise((resolve) => user.getSession(resolve))
  const refreshes = pool.calls.filter(({ body }) => body.AuthFlow === 'REFRESH_TOKEN_AUTH').length
  seen[error.name] = { refreshes, overThreeSeconds: Date.now() - started > 3000 }
}
const known = {
  NotAuthorizedException: { refreshes: 6, overThreeSeconds: true },
  UserLambdaValidationException: { refreshes: 6, overThreeSeconds: true },
}

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node --no-warnings check.mjs
