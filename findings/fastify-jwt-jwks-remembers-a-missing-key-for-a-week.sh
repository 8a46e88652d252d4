#!/usr/bin/env bash
# One server of several refuses all tokens of the pool's new key for a week; the others accept them.
#
# Software: fastify-jwt-jwks 3.1.2 with fastify 5.12.8 (the address of the keys is answered here, with keys made here)
# Expected: a key that is missing from the pool's answer is looked for again after a short while: a copy of the list in a
#           cache or proxy can be older than the token.
# Seen:     that the key is missing is kept for as long as a key is, by default a week. The first token of the new key meets an
#           old copy of the list once; from then on each of them gets 401 "Missing Key", and the list is never asked for
#           again. A server that starts a moment later accepts them. secretsTtl: 0 keeps nothing, but no key either.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund fastify-jwt-jwks@3.1.2 fastify@5.12.8
cat > check.cjs <<'EOF'
const { generateKeyPairSync, sign } = require('node:crypto')
const fastify = require('fastify')
const jwtJwks = require('fastify-jwt-jwks')

const issuer = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123'
const week = 7 * 24 * 3600 * 1000
const base64url = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
const realNow = Date.now

function signer(kid) {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return {
    key: { ...publicKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' },
    token: () => {
      const now = Math.floor(Date.now() / 1000)
      const claims = { sub: 'a', iss: issuer, token_use: 'access', client_id: 'exampleclientid', iat: now, exp: now + 3600 }
      const content = `${base64url({ kid, alg: 'RS256' })}.${base64url(claims)}`
      return `${content}.${sign('sha256', Buffer.from(content), privateKey).toString('base64url')}`
    },
  }
}

async function start() {
  const server = fastify()
  await server.register(jwtJwks, { jwksUrl: `${issuer}/.well-known/jwks.json`, issuer })
  server.get('/', { preValidation: server.authenticate }, async () => ({ message: 'accepted' }))
  return async (token) => {
    const response = await server.inject({ url: '/', headers: { authorization: `Bearer ${token}` } })
    return response.json().message
  }
}

async function main() {
  const [before, after] = [signer('before'), signer('after')]
  let keys = [before.key]
  let asked = 0
  globalThis.fetch = async () => {
    asked += 1
    return Response.json({ keys })
  }
  const [first, second] = [await start(), await start()]
  const seen = { 'old list': await first(after.token()) }
  keys = [before.key, after.key]
  seen['new list'] = await first(after.token())
  Date.now = () => realNow() + week - 3600_000
  seen['an hour before a week has passed'] = await first(after.token())
  seen['the other server then'] = await second(after.token())
  seen.asked = asked
  Date.now = () => realNow() + week + 1000
  seen['a week later'] = await first(after.token())
  const known = {
    'old list': 'Missing Key: Public key must be provided',
    'new list': 'Missing Key: Public key must be provided',
    'an hour before a week has passed': 'Missing Key: Public key must be provided',
    'the other server then': 'accepted',
    asked: 2,
    'a week later': 'accepted',
  }

  const same = JSON.stringify(seen) === JSON.stringify(known)
  console.log(same ? 'as described:' : 'changed:', seen)
  process.exit(same ? 0 : 1)
}
void main()
EOF
node --no-warnings check.cjs
