#!/usr/bin/env bash
# The first token of a new key, and one failed fetch: for a minute every user is refused, with tokens that were accepted before.
#
# Software: aws-cognito-express 5.0.0 (the address of the keys is answered by nock 13.5.6, with keys made here)
# Expected: when the keys cannot be fetched again, those that are there are kept: tokens of the old key go on being accepted.
# Seen:     the keys are deleted before they are fetched. After one 503 no token can be verified, and the next fetch is held
#           back for a minute, during which each valid token gets the RefreshError of that moment. Then all are accepted.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund aws-cognito-express@5.0.0 nock@13.5.6
cat > check.cjs <<'EOF'
const { generateKeyPairSync, sign } = require('node:crypto')
const realNow = Date.now
let passed = 0
Date.now = () => realNow() + passed
const nock = require('nock')
const { JWTValidator } = require('aws-cognito-express')

const host = 'https://cognito-idp.eu-west-1.amazonaws.com'
const pool = 'eu-west-1_AbCdEf123'
const base64url = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')

function signer(kid) {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const now = Math.floor(realNow() / 1000)
  const claims = { sub: 'a', iss: `${host}/${pool}`, token_use: 'access', client_id: 'exampleclientid', iat: now, exp: now + 3600 }
  const content = `${base64url({ kid, alg: 'RS256' })}.${base64url(claims)}`
  return {
    key: { ...publicKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' },
    token: `${content}.${sign('sha256', Buffer.from(content), privateKey).toString('base64url')}`,
  }
}

async function rotation(status) {
  passed = 0
  nock.cleanAll()
  const [before, after] = [signer('before'), signer('after')]
  const address = `/${pool}/.well-known/jwks.json`
  nock(host).get(address).reply(200, { keys: [before.key] })
  nock(host).get(address).reply(status, { keys: [before.key, after.key] })
  nock(host).persist().get(address).reply(200, { keys: [before.key, after.key] })
  const validator = new JWTValidator({ region: 'eu-west-1', userPoolId: pool, audience: ['exampleclientid'] })
  const outcome = ({ token }) => validator.validate(token).then(() => 'accepted', (error) => error.name)
  const outcomes = { old: await outcome(before), new: await outcome(after), 'old again': await outcome(before) }
  passed = 59_000
  outcomes['old after 59 s'] = await outcome(before)
  passed = 61_000
  outcomes['old after 61 s'] = await outcome(before)
  return outcomes
}

async function main() {
  const seen = { reachable: await rotation(200), 'unreachable for a moment': await rotation(503) }
  const known = {
    reachable: { old: 'accepted', new: 'accepted', 'old again': 'accepted', 'old after 59 s': 'accepted', 'old after 61 s': 'accepted' },
    'unreachable for a moment': {
      old: 'accepted',
      new: 'RefreshError',
      'old again': 'RefreshError',
      'old after 59 s': 'RefreshError',
      'old after 61 s': 'accepted',
    },
  }

  const same = JSON.stringify(seen) === JSON.stringify(known)
  console.log(same ? 'as described:' : 'changed:', seen)
  process.exit(same ? 0 : 1)
}
void main()
EOF
node --no-deprecation check.cjs
