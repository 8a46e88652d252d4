#!/usr/bin/env bash
# With a client secret, sign-in works and sign-out does not.
#
# Software: amazon-cognito-passwordless-auth 0.17.0
# Expected: the client secret of the configuration goes into every call that needs it: a hash of it into InitiateAuth, itself into RevokeToken.
# Seen:     RevokeToken is sent without ClientSecret. Cognito refuses it, signOut fails and reports the status SIGNED_IN again, while the tokens of the application are already deleted.
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
import { signOut } from 'amazon-cognito-passwordless-auth/common'
import { authenticateWithPlaintextPassword } from 'amazon-cognito-passwordless-auth/plaintext'
import { retrieveTokens } from 'amazon-cognito-passwordless-auth/storage'

const pool = await scripted(({ operation, body }) => {
  const proved = operation === 'RevokeToken' ? 'ClientSecret' in body : 'SECRET_HASH' in body.AuthParameters
  if (!proved) return [400, { __type: 'NotAuthorizedException', message: 'Client is configured with a secret' }]
  return [200, operation === 'RevokeToken' ? {} : tokens({ RefreshToken: 'refresh' })]
})
Passwordless.configure({
  ...{ userPoolId: 'eu-west-1_AbCdEf123', clientId: 'client', cognitoIdpEndpoint: pool.url },
  clientSecret: 'a client secret of the app client',
})
await authenticateWithPlaintextPassword({ username: 'ana', password: 'a password' }).signedIn
const statuses = []
const statusCb = (status) => statuses.push(status)
const outcome = await signOut({ currentStatus: 'SIGNED_IN', statusCb }).signedOut.then(
  () => 'signed out',
  ({ name }) => name,
)
const seen = {
  signInHasHash: 'SECRET_HASH' in pool.calls[0].body.AuthParameters,
  membersOfRevokeToken: Object.keys(pool.calls[1].body),
  ...{ outcome, statuses, tokensAreDeleted: (await retrieveTokens()) === undefined },
}
const known = {
  signInHasHash: true,
  membersOfRevokeToken: ['Token', 'ClientId'],
  outcome: 'NotAuthorizedException',
  statuses: ['SIGNING_OUT', 'SIGNED_IN'],
  tokensAreDeleted: true,
}

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node --no-warnings check.mjs
