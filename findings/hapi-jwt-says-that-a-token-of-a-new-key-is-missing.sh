#!/usr/bin/env bash
# For an hour after a pool began to use a new key, users with a valid token are told that they sent none.
#
# Software: @hapi/jwt 3.2.4 with @hapi/hapi 21.4.9 (the address of the keys is answered by a server here, with keys made here)
# Expected: a token of a key that is not in the list makes the server fetch the list again, as aws-jwt-verify and jose do, or
#           the answer names the unknown key.
# Seen:     401 "Missing authentication", the answer to a request without a token. The list is kept for an hour and not
#           fetched for an unknown key, however many tokens come; a server that starts meanwhile accepts them. A token with
#           a wrong signature is told apart: "Invalid token signature".
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund @hapi/jwt@3.2.4 @hapi/hapi@21.4.9
cat > check.mjs <<'EOF'
import { generateKeyPairSync, sign } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import Hapi from '@hapi/hapi'
import Jwt from '@hapi/jwt'

const iss = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123'
const minute = 60_000
const base64url = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
function signer(kid) {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const iat = Math.floor(Date.now() / 1000)
  const claims = { sub: 'a', iss, token_use: 'access', client_id: 'exampleclientid', iat, exp: iat + 24 * 3600 }
  const content = `${base64url({ kid, alg: 'RS256' })}.${base64url(claims)}`
  return {
    key: { ...publicKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' },
    token: `${content}.${sign('sha256', Buffer.from(content), privateKey).toString('base64url')}`,
  }
}

const [before, after] = [signer('before'), signer('after')]
let keys = [before.key]
let asked = 0
const pool = createServer((_, response) => {
  asked += 1
  response.writeHead(200, { 'Content-Type': 'application/json' })
  response.end(JSON.stringify({ keys }))
}).listen(0, '127.0.0.1')
await once(pool, 'listening')

async function start() {
  const server = Hapi.server()
  await server.register(Jwt)
  server.auth.strategy('cognito', 'jwt', {
    keys: { uri: `http://127.0.0.1:${pool.address().port}/.well-known/jwks.json` },
    verify: { aud: false, sub: false, iss },
    validate: ({ decoded }) => ({ isValid: true, credentials: decoded.payload }),
  })
  server.auth.default('cognito')
  server.route({ method: 'GET', path: '/', handler: () => ({ message: 'accepted' }) })
  await server.initialize()
  return async (token) => {
    const headers = token ? { authorization: `Bearer ${token}` } : {}
    return JSON.parse((await server.inject({ url: '/', headers })).payload).message
  }
}

const realNow = Date.now
const first = await start()
const wrongSignature = `${before.token.slice(0, before.token.lastIndexOf('.'))}.${after.token.split('.')[2]}`
const seen = {
  'no token': await first(),
  'old key': await first(before.token),
  'wrong signature': await first(wrongSignature),
}
keys = [before.key, after.key]
seen['new key'] = await first(after.token)
Date.now = () => realNow() + 59 * minute
seen['new key, 59 minutes later'] = await first(after.token)
seen['fetches until then'] = asked
seen['another server then'] = await (await start())(after.token)
Date.now = () => realNow() + 61 * minute
seen['new key, 61 minutes later'] = await first(after.token)
pool.close()
const known = {
  'no token': 'Missing authentication',
  'old key': 'accepted',
  'wrong signature': 'Invalid token signature',
  'new key': 'Missing authentication',
  'new key, 59 minutes later': 'Missing authentication',
  'fetches until then': 1,
  'another server then': 'accepted',
  'new key, 61 minutes later': 'accepted',
}

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node check.mjs
