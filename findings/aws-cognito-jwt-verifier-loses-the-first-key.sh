#!/usr/bin/env bash
# Of the two keys of a pool, the tokens of one are accepted, those of the other are refused with an empty object as the reason.
#
# Software: aws-cognito-jwt-verifier 1.3.7 (the address of the keys is answered by nock 13.5.6, with keys made here)
# Expected: a pool publishes two keys and signs id tokens with one, access tokens with the other: both kinds are accepted.
# Seen:     whatever the first key of the list signed is refused: the list is folded without an initial value, so that its
#           first key becomes the table in which the others are looked up. checkJwt() resolves with status false, code 401
#           and message {}, since the TypeError is turned into JSON. With the list in the other order it is the other kind.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund aws-cognito-jwt-verifier@1.3.7 nock@13.5.6
cat > check.cjs <<'EOF'
const { generateKeyPairSync, sign } = require('node:crypto')
const nock = require('nock')
const { CognitoJwtVerifier } = require('aws-cognito-jwt-verifier')

const host = 'https://cognito-idp.eu-west-1.amazonaws.com'
const pool = 'eu-west-1_AbCdEf123'
const base64url = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')

function signer(kid, client) {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const now = Math.floor(Date.now() / 1000)
  const claims = { sub: 'a', iss: `${host}/${pool}`, ...client, iat: now, exp: now + 3600 }
  const content = `${base64url({ kid, alg: 'RS256' })}.${base64url(claims)}`
  return {
    key: { ...publicKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' },
    token: `${content}.${sign('sha256', Buffer.from(content), privateKey).toString('base64url')}`,
  }
}

async function main() {
  const logged = []
  console.log = (...values) => logged.push(values.map(String).join(' '))
  const id = signer('key of id tokens', { token_use: 'id', aud: 'exampleclientid' })
  const access = signer('key of access tokens', { token_use: 'access', client_id: 'exampleclientid' })
  const outcome = async (keys, token) => {
    nock.cleanAll()
    nock(host).get(`/${pool}/.well-known/jwks.json`).reply(200, { keys })
    const { status, code, message } = JSON.parse(await new CognitoJwtVerifier().checkJwt(token, 'eu-west-1', pool))
    return { status, code, ...(status ? {} : { message }) }
  }
  const order = [id.key, access.key]
  const seen = {
    id: await outcome(order, id.token),
    access: await outcome(order, access.token),
    'id, other order': await outcome([...order].reverse(), id.token),
    'access, other order': await outcome([...order].reverse(), access.token),
    'refusals in the log': logged.filter((line) => line.includes("reading 'pem'")).length,
  }
  const accepted = { status: true, code: 200 }
  const refused = { status: false, code: 401, message: {} }
  const known = {
    id: refused,
    access: accepted,
    'id, other order': accepted,
    'access, other order': refused,
    'refusals in the log': 2,
  }

  const same = JSON.stringify(seen) === JSON.stringify(known)
  console.info(same ? 'as described:' : 'changed:', seen)
  process.exit(same ? 0 : 1)
}
void main()
EOF
node --no-deprecation check.cjs
