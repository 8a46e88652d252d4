#!/usr/bin/env bash
# A mobile app that signs in to its server with the id token of Cognito is refused an hour later, with a valid token.
#
# Software: better-auth 1.7.25, provider cognito (the keys of the pool are answered here, with a key made here)
# Expected: an id token is accepted until its exp: IdTokenValidity of an app client is up to 24 hours.
# Seen:     a token that was issued more than an hour ago is refused with INVALID_TOKEN, whatever its exp. Nothing in the
#           options of the provider changes the hour, and the answer does not name it.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --legacy-peer-deps better-auth@1.7.25
cat > check.mjs <<'EOF'
import { generateKeyPairSync, sign } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { memoryAdapter } from 'better-auth/adapters/memory'

const pool = { region: 'eu-west-1', userPoolId: 'eu-west-1_AbCdEf123', domain: 'auth.example.com' }
const issuer = `https://cognito-idp.eu-west-1.amazonaws.com/${pool.userPoolId}`
const base64url = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: 'key', alg: 'RS256', use: 'sig' }]
globalThis.fetch = async (url) => {
  if (String(url) !== `${issuer}/.well-known/jwks.json`) throw new Error(`unexpected request to ${url}`)
  return Response.json({ keys })
}

function idToken(issuedHoursAgo) {
  const iat = Math.floor(Date.now() / 1000) - issuedHoursAgo * 3600
  const claims = {
    ...{ iss: issuer, aud: 'exampleclientid', token_use: 'id', sub: 'a', 'cognito:username': 'ana' },
    ...{ name: 'Ana Example', email: 'ana@example.com', email_verified: true },
    ...{ iat, auth_time: iat, exp: iat + 24 * 3600 },
  }
  const content = `${base64url({ kid: 'key', alg: 'RS256' })}.${base64url(claims)}`
  return `${content}.${sign('sha256', Buffer.from(content), privateKey).toString('base64url')}`
}

const auth = betterAuth({
  baseURL: 'http://localhost:3000',
  secret: 'a secret of this test that is long enough 0123456789',
  database: memoryAdapter({ user: [], session: [], account: [], verification: [] }),
  logger: { disabled: true },
  telemetry: { enabled: false },
  socialProviders: { cognito: { ...pool, clientId: 'exampleclientid', clientSecret: 'a secret' } },
})
async function signIn(issuedHoursAgo) {
  const body = JSON.stringify({ provider: 'cognito', idToken: { token: idToken(issuedHoursAgo) } })
  const headers = { 'content-type': 'application/json', origin: 'http://localhost:3000' }
  const response = await auth.handler(new Request('http://localhost:3000/api/auth/sign-in/social', { method: 'POST', headers, body }))
  const { code, user } = await response.json()
  return [response.status, code ?? user.email]
}
const seen = { 'half an hour old': await signIn(0.5), 'two hours old': await signIn(2) }
const known = { 'half an hour old': [200, 'ana@example.com'], 'two hours old': [401, 'INVALID_TOKEN'] }

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node --no-warnings check.mjs
