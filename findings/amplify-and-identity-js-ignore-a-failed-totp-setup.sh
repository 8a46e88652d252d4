#!/usr/bin/env bash
# An authenticator that was set up with a wrong code is reported as set up.
#
# Software: aws-amplify 6.22.1 and amazon-cognito-identity-js 6.3.21
# Expected: VerifySoftwareToken answers with a Status; ERROR is the second of its two values, so it is reported as a failure.
# Seen:     verifyTOTPSetup resolves and verifySoftwareToken calls onSuccess. During a sign-in, Amplify goes on with the challenge, and shows what that call is refused with.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --legacy-peer-deps aws-amplify@6.22.1 amazon-cognito-identity-js@6.3.21
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

import identity from 'amazon-cognito-identity-js'
import { Amplify } from 'aws-amplify'
import { confirmSignIn, signIn, signOut, verifyTOTPSetup } from 'aws-amplify/auth'

const { AuthenticationDetails, CognitoUser, CognitoUserPool } = identity
let mfaIsRequired = false
const pool = await scripted(({ operation }) => {
  if (operation === 'VerifySoftwareToken') return [200, { Status: 'ERROR', Session: 'v'.repeat(32) }]
  if (operation === 'AssociateSoftwareToken') return [200, { SecretCode: 'A'.repeat(52), Session: 'a'.repeat(32) }]
  if (operation === 'RespondToAuthChallenge')
    return [400, { __type: 'NotAuthorizedException', message: 'Invalid session for the user.' }]
  const ChallengeParameters = { MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA"]' }
  if (operation === 'InitiateAuth' && mfaIsRequired)
    return [200, { ChallengeName: 'MFA_SETUP', Session: 'i'.repeat(32), ChallengeParameters }]
  return [200, operation === 'InitiateAuth' ? tokens({ RefreshToken: 'refresh' }) : {}]
})

const Cognito = { userPoolId: 'eu-west-1_AbCdEf123', userPoolClientId: 'client', userPoolEndpoint: pool.url }
Amplify.configure({ Auth: { Cognito } })
const input = { username: 'ana', password: 'a password', options: { authFlowType: 'USER_PASSWORD_AUTH' } }
const outcome = (promise) => promise.then(() => 'success', ({ message }) => message)
const seen = {}
await signIn(input)
seen.amplify = await outcome(verifyTOTPSetup({ code: '123456' }))
await signOut()
mfaIsRequired = true
await signIn(input)
seen.amplifyDuringSignIn = await outcome(confirmSignIn({ challengeResponse: '123456' }))

mfaIsRequired = false
const Pool = new CognitoUserPool({ UserPoolId: Cognito.userPoolId, ClientId: 'client', endpoint: pool.url })
const user = new CognitoUser({ Username: 'ana', Pool })
user.setAuthenticationFlowType('USER_PASSWORD_AUTH')
const details = new AuthenticationDetails({ Username: 'ana', Password: 'a password' })
await new Promise((onSuccess, onFailure) => user.authenticateUser(details, { onSuccess, onFailure }))
const verified = new Promise((onSuccess, onFailure) =>
  user.verifySoftwareToken('123456', 'phone', { onSuccess, onFailure }),
)
seen.identityJs = await outcome(verified)
const known = { amplify: 'success', amplifyDuringSignIn: 'Invalid session for the user.', identityJs: 'success' }

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node --no-warnings check.mjs
