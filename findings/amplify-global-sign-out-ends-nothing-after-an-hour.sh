#!/usr/bin/env bash
# "Sign out everywhere" signs out nowhere else, once the access token has expired, and reports success.
#
# Software: aws-amplify 6.22.1
# Expected: signOut({ global: true }) refreshes an expired access token first, as every other call of Amplify does, or rejects.
# Seen:     it sends the expired one from its storage. Cognito refuses with "Access Token has expired", which is caught: the
#           promise resolves, the tokens here are deleted, and the refresh tokens of all devices go on. So it is with any failure.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --legacy-peer-deps aws-amplify@6.22.1
cat > check.mjs <<'EOF'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { Amplify } from 'aws-amplify'
import { getCurrentUser, signIn, signOut, updatePassword } from 'aws-amplify/auth'

const seconds = () => Math.floor(Date.now() / 1000)
const base64url = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
const token = (lifetime) => `${base64url({ alg: 'RS256' })}.${base64url({ sub: 's', username: 'ana', iat: seconds(), exp: seconds() + lifetime })}.c2ln`

// Amplify takes for expired what is for five seconds more.
const lifetime = 8
const calls = []
const pool = createServer(async (request, response) => {
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  const input = JSON.parse(Buffer.concat(chunks))
  const operation = request.headers['x-amz-target'].split('.')[1]
  const isExpired = input.AccessToken && JSON.parse(Buffer.from(input.AccessToken.split('.')[1], 'base64url')).exp < seconds()
  calls.push(isExpired ? `${operation}: refused` : operation)
  const isRefresh = operation === 'GetTokensFromRefreshToken'
  const isSignIn = operation === 'InitiateAuth' || isRefresh
  const valid = token(isRefresh ? 3600 : lifetime)
  const tokens = { AccessToken: valid, IdToken: valid, RefreshToken: 'r', ExpiresIn: 3600 }
  const refusal = { __type: 'NotAuthorizedException', message: 'Access Token has expired' }
  response.writeHead(isExpired ? 400 : 200, { 'content-type': 'application/x-amz-json-1.1' })
  response.end(JSON.stringify(isExpired ? refusal : isSignIn ? { AuthenticationResult: tokens, ChallengeParameters: {} } : {}))
}).listen(0, '127.0.0.1')
await once(pool, 'listening')
const userPoolEndpoint = `http://127.0.0.1:${pool.address().port}`
Amplify.configure({ Auth: { Cognito: { userPoolId: 'eu-west-1_AbCdEf123', userPoolClientId: 'client', userPoolEndpoint } } })

/** What is called, and what comes of it, when something is done a while after a sign-in. */
async function after(act) {
  await signIn({ username: 'ana', password: 'a password', options: { authFlowType: 'USER_PASSWORD_AUTH' } })
  calls.length = 0
  await setTimeout(10_000)
  const outcome = await act().then(() => 'resolves', (error) => error.name)
  const isSignedIn = await getCurrentUser().then(() => true, () => false)
  return { calls: [...calls], outcome, isSignedIn }
}
const another = await after(() => updatePassword({ oldPassword: 'a password', newPassword: 'another one' }))
await signOut()
const everywhere = await after(() => signOut({ global: true }))
pool.close()

const seen = { 'another call': another, 'sign-out everywhere': everywhere }
const known = {
  'another call': { calls: ['GetTokensFromRefreshToken', 'ChangePassword'], outcome: 'resolves', isSignedIn: true },
  'sign-out everywhere': { calls: ['GlobalSignOut: refused'], outcome: 'resolves', isSignedIn: false },
}
const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node --no-warnings check.mjs
