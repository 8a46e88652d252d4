#!/usr/bin/env bash
# A server that could not reach the keys of the pool while it started refuses every user until it is started again.
#
# Software: cognito-express 3.0.4 (the address of the keys is answered by nock 13.5.6, with a key made here)
# Expected: the keys are fetched again at the next token, at the latest after a while.
# Seen:     they are fetched once, in the constructor. After one 503, each valid token is refused with the error of that
#           moment. Its promise is rejected in the constructor: Node ends the process unless the application handles it.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund cognito-express@3.0.4 nock@13.5.6
cat > check.cjs <<'EOF'
const { generateKeyPairSync, sign } = require('node:crypto')
const nock = require('nock')
const CognitoExpress = require('cognito-express')

const host = 'https://cognito-idp.eu-west-1.amazonaws.com'
const pool = 'eu-west-1_AbCdEf123'
const base64url = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: 'key', alg: 'RS256', use: 'sig' }]

const now = Math.floor(Date.now() / 1000)
const claims = { sub: 'a', iss: `${host}/${pool}`, token_use: 'access', client_id: 'exampleclientid', iat: now, exp: now + 3600 }
const content = `${base64url({ kid: 'key', alg: 'RS256' })}.${base64url(claims)}`
const token = `${content}.${sign('sha256', Buffer.from(content), privateKey).toString('base64url')}`

async function afterStart(...statuses) {
  nock.cleanAll()
  let asked = 0
  nock(host).persist().get(`/${pool}/.well-known/jwks.json`).reply(() => [statuses[Math.min(asked++, statuses.length - 1)], { keys }])
  const verifier = new CognitoExpress({ region: 'eu-west-1', cognitoUserPoolId: pool, tokenUse: 'access' })
  await verifier.hasFinishedProcessing.catch(() => undefined)
  const outcome = () => verifier.validate(token).then(() => 'accepted', (reason) => String(reason).split('\n')[0].trim())
  return { first: await outcome(), second: await outcome(), asked }
}

async function main() {
  const seen = { reachable: await afterStart(200), 'unreachable for a moment': await afterStart(503, 200) }
  const refused = 'Unable to generate certificate due to'
  const known = {
    reachable: { first: 'accepted', second: 'accepted', asked: 1 },
    'unreachable for a moment': { first: refused, second: refused, asked: 1 },
  }

  const same = JSON.stringify(seen) === JSON.stringify(known)
  console.log(same ? 'as described:' : 'changed:', seen)
  process.exit(same ? 0 : 1)
}
void main()
EOF
node --no-deprecation check.cjs
