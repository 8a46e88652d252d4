#!/usr/bin/env bash
# Each request to an API is as slow as a request to Cognito, and fails whenever the address of the pool's keys does.
#
# Software: hono 4.13.19, middleware jwk with jwks_uri
# Expected: the keys of the pool are fetched once and kept, as aws-jwt-verify, jose and jwks-rsa do.
# Seen:     they are fetched for every request: ten requests with the same token are ten fetches. When the address then
#           answers 503, the same token gets status 500. `keys` with a function of one's own is the way to keep them.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund hono@4.13.19
cat > check.mjs <<'EOF'
import { generateKeyPairSync, sign } from 'node:crypto'
import { createServer } from 'node:http'
import { once } from 'node:events'
import { Hono } from 'hono'
import { jwk } from 'hono/jwk'

const base64url = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: 'key', alg: 'RS256', use: 'sig' }]
const now = Math.floor(Date.now() / 1000)
const claims = { sub: 'a', token_use: 'access', client_id: 'exampleclientid', iat: now, exp: now + 3600 }
const content = `${base64url({ kid: 'key', alg: 'RS256' })}.${base64url(claims)}`
const token = `${content}.${sign('sha256', Buffer.from(content), privateKey).toString('base64url')}`

let fetched = 0
let status = 200
const pool = createServer((_, response) => {
  fetched += 1
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'public, max-age=86400' })
  response.end(JSON.stringify({ keys }))
}).listen(0, '127.0.0.1')
await once(pool, 'listening')
const jwks_uri = `http://127.0.0.1:${pool.address().port}/eu-west-1_AbCdEf123/.well-known/jwks.json`

const application = new Hono()
application.use('/*', jwk({ jwks_uri, alg: ['RS256'] }))
application.onError((_, context) => context.text('', 500))
application.get('/', (context) => context.text('hello'))
const statusOfRequest = async () =>
  (await application.request('/', { headers: { Authorization: `Bearer ${token}` } })).status

const statuses = []
for (let request = 0; request < 10; request++) statuses.push(await statusOfRequest())
const fetches = fetched
status = 503
const seen = { statuses: [...new Set(statuses)], fetches, 'while the keys are unreachable': await statusOfRequest() }
pool.close()
const known = { statuses: [200], fetches: 10, 'while the keys are unreachable': 500 }

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node check.mjs
