#!/usr/bin/env bash
# After a rotation of the pool's keys, the first user with a new token is refused, and the next one is not.
#
# Software: @southlane/cognito-jwt-verifier 0.1.8 (the address of the keys is answered by nock 13.5.6, with keys made here)
# Expected: a token of a key that is not known yet makes the verifier fetch the keys again, and is then accepted.
# Seen:     the keys are fetched again and the token is verified with them, but the promise is rejected with the error of
#           the first try, "Cannot find matching key in key set". The same token is accepted a moment later, so that the
#           refusal cannot be repeated, while the key that the message misses stands in the answer of the pool.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund @southlane/cognito-jwt-verifier@0.1.8 nock@13.5.6
cat > check.cjs <<'EOF'
const { generateKeyPairSync, sign } = require('node:crypto')
const nock = require('nock')
const { verifierFactory } = require('@southlane/cognito-jwt-verifier')

const host = 'https://cognito-idp.eu-west-1.amazonaws.com'
const pool = 'eu-west-1_AbCdEf123'
const base64url = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')

function signer(kid) {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const now = Math.floor(Date.now() / 1000)
  const claims = { sub: 'a', iss: `${host}/${pool}`, token_use: 'access', client_id: 'exampleclientid', iat: now, exp: now + 3600 }
  const content = `${base64url({ kid, alg: 'RS256' })}.${base64url(claims)}`
  return {
    key: { ...publicKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' },
    token: `${content}.${sign('sha256', Buffer.from(content), privateKey).toString('base64url')}`,
  }
}

async function main() {
  const [before, after] = [signer('before'), signer('after')]
  let keys = [before.key]
  let asked = 0
  nock(host).persist().get(`/${pool}/.well-known/jwks.json`).reply(200, () => {
    asked += 1
    return { keys }
  })
  const verifier = verifierFactory({ region: 'eu-west-1', userPoolId: pool, appClientId: 'exampleclientid', tokenType: 'access' })
  const outcome = async (token) => {
    const result = await verifier.verify(token).then(() => 'accepted', (error) => error.message)
    return { result, asked }
  }
  const seen = { 'first key': await outcome(before.token) }
  keys = [before.key, after.key]
  seen['new key, first time'] = await outcome(after.token)
  seen['new key, second time'] = await outcome(after.token)
  seen['first key again'] = await outcome(before.token)
  const known = {
    'first key': { result: 'accepted', asked: 1 },
    'new key, first time': { result: 'Cannot find matching key in key set', asked: 2 },
    'new key, second time': { result: 'accepted', asked: 2 },
    'first key again': { result: 'accepted', asked: 2 },
  }

  const same = JSON.stringify(seen) === JSON.stringify(known)
  console.log(same ? 'as described:' : 'changed:', seen)
  process.exit(same ? 0 : 1)
}
void main()
EOF
node --no-deprecation check.cjs
