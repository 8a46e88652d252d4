#!/usr/bin/env bash
# A server that accepts tokens of two user pools refuses all those of the first pool.
#
# Software: verify-cognito-token 1.2.4 (the two key addresses are answered by nock 13.5.6, with keys made here)
# Expected: a verifier for each pool accepts the valid tokens of its pool.
# Seen:     the verifiers share the address and the keys of the one that was created last. The token of the first pool
#           is refused with "Public key not found at" the address of the second pool.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund verify-cognito-token@1.2.4 nock@13.5.6
cat > check.cjs <<'EOF'
const { generateKeyPairSync, sign } = require('node:crypto')
const nock = require('nock')
const Verifier = require('verify-cognito-token')

const host = 'https://cognito-idp.eu-west-1.amazonaws.com'
const base64url = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')

function pool(id) {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const kid = `key of ${id}`
  const keys = [{ ...publicKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' }]
  nock(host).persist().get(`/${id}/.well-known/jwks.json`).reply(200, { keys })
  const now = Math.floor(Date.now() / 1000)
  const claims = { sub: 'a', iss: `${host}/${id}`, token_use: 'access', iat: now, exp: now + 3600 }
  const content = `${base64url({ kid, alg: 'RS256' })}.${base64url(claims)}`
  return { id, token: `${content}.${sign('sha256', Buffer.from(content), privateKey).toString('base64url')}` }
}

async function main() {
  const messages = []
  console.log = (value) => messages.push(value instanceof Error ? value.message : String(value))
  const [first, second] = [pool('eu-west-1_FirstPool'), pool('eu-west-1_SecondPool')]
  const verifiers = [first, second].map(({ id }) => new Verifier({ userPoolId: id, region: 'eu-west-1' }))
  const seen = {
    firstPool: await verifiers[0].verify(first.token),
    secondPool: await verifiers[1].verify(second.token),
    messages,
  }
  const known = {
    firstPool: false,
    secondPool: true,
    messages: [`Public key not found at ${host}/eu-west-1_SecondPool/.well-known/jwks.json`],
  }

  const same = JSON.stringify(seen) === JSON.stringify(known)
  console.info(same ? 'as described:' : 'changed:', seen)
  process.exit(same ? 0 : 1)
}
void main()
EOF
node --no-deprecation check.cjs
