#!/usr/bin/env bash
# An API that checks access tokens with the client id refuses all of them: an access token of Cognito has no `aud`.
#
# Software: cognito-jwt-verifier 2.0.0 (the address of the keys is answered by nock 13.5.6, with a key made here)
# Expected: an access token is accepted when its client_id is the given client, as an id token is for its aud.
# Seen:     the id token is accepted. The access token is refused with 'JWT's "aud" property does not match the userpool
#           client id', thrown as a string without a stack. Nothing selects the kind of token.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund cognito-jwt-verifier@2.0.0 nock@13.5.6
cat > check.mjs <<'EOF'
import { generateKeyPairSync, sign } from 'node:crypto'
import nock from 'nock'
import CognitoJwtVerifier from 'cognito-jwt-verifier'

const host = 'https://cognito-idp.eu-west-1.amazonaws.com'
const pool = 'eu-west-1_AbCdEf123'
const client = 'exampleclientid'
const base64url = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: 'key', alg: 'RS256', use: 'sig' }]
nock(host).persist().get(`/${pool}/.well-known/jwks.json`).reply(200, { keys })

function token(claims) {
  const now = Math.floor(Date.now() / 1000)
  const common = { sub: 'a', iss: `${host}/${pool}`, iat: now, exp: now + 3600 }
  const content = `${base64url({ kid: 'key', alg: 'RS256' })}.${base64url({ ...common, ...claims })}`
  return `${content}.${sign('sha256', Buffer.from(content), privateKey).toString('base64url')}`
}

const verify = (text) =>
  new CognitoJwtVerifier()
    .verifyToken({ token: text, aws_region: 'eu-west-1', userpool_id: pool, userpool_client_id: client })
    .then(() => 'accepted', (reason) => `${typeof reason}: ${reason}`)
const seen = {
  idToken: await verify(token({ token_use: 'id', aud: client })),
  accessToken: await verify(token({ token_use: 'access', client_id: client })),
}
const known = {
  idToken: 'accepted',
  accessToken: `string: JWT's "aud" property does not match the userpool client id`,
}

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node --no-deprecation check.mjs
