#!/usr/bin/env bash
# A Lambda authorizer for Cognito denies every valid access token without a word: it reads `scopes`, Cognito writes `scope`.
#
# Software: cognito-jwt-authorizer 0.2.0 (the address of the keys is answered by nock 13.5.6, with a key made here)
# Expected: a token with the scope that the permission matrix asks for is allowed: access tokens hold `scope`, whose
#           values are separated by spaces.
# Seen:     it splits the claim `scopes` at commas. Without it a TypeError is thrown and caught, and API Gateway gets the
#           deny of a forged token, while the log stays empty; tokenVerifier() throws the TypeError. Only a token to which
#           a trigger has added a claim `scopes` is allowed.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund cognito-jwt-authorizer@0.2.0 nock@13.5.6
cat > check.cjs <<'EOF'
const { generateKeyPairSync, sign } = require('node:crypto')
const nock = require('nock')
const { defaultAuthorizer, tokenVerifier } = require('cognito-jwt-authorizer')

const host = 'https://cognito-idp.eu-west-1.amazonaws.com'
const pool = 'eu-west-1_AbCdEf123'
const base64url = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: 'key', alg: 'RS256', use: 'sig' }]
nock(host).persist().get(`/${pool}/.well-known/jwks.json`).reply(200, { keys })

const now = Math.floor(Date.now() / 1000)
const claims = { sub: 'a', iss: `${host}/${pool}`, token_use: 'access', client_id: 'exampleclientid', scope: 'openid orders/read', iat: now, exp: now + 3600 }
const options = {
  authorisedIssuers: { awsDeployRegion: 'eu-west-1', userPoolIds: [pool] },
  appPermissionMatrix: { resources: [{ resource: '/orders', methods: { GET: ['orders/read'] } }] },
}

async function outcome(more) {
  const content = `${base64url({ kid: 'key', alg: 'RS256' })}.${base64url({ ...claims, ...more })}`
  const token = `${content}.${sign('sha256', Buffer.from(content), privateKey).toString('base64url')}`
  const event = { resource: '/orders', httpMethod: 'GET', methodArn: 'arn:example', headers: { Authorization: token } }
  const answer = await defaultAuthorizer(options)(event)
  const verified = await tokenVerifier(event, options).then(() => 'verified', (error) => `${error.name}: ${error.message}`)
  return { effect: answer.policyDocument.Statement[0].Effect.toLowerCase(), verified }
}

async function main() {
  const written = []
  for (const stream of [process.stdout, process.stderr]) stream.write = (text) => written.push(text) > 0
  const seen = {
    'as Cognito issues it': await outcome({}),
    'with the scope missing': await outcome({ scopes: 'openid' }),
    'with a claim of a trigger': await outcome({ scopes: 'openid,orders/read' }),
  }
  for (const stream of [process.stdout, process.stderr]) delete stream.write
  seen.log = written
  const known = {
    'as Cognito issues it': { effect: 'deny', verified: "TypeError: Cannot read properties of undefined (reading 'split')" },
    'with the scope missing': { effect: 'deny', verified: 'Error: Token is not valid to access api path.' },
    'with a claim of a trigger': { effect: 'allow', verified: 'verified' },
    log: [],
  }

  const same = JSON.stringify(seen) === JSON.stringify(known)
  console.log(same ? 'as described:' : 'changed:', seen)
  process.exit(same ? 0 : 1)
}
void main()
EOF
node --no-deprecation check.cjs
