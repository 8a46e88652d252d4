#!/usr/bin/env bash
# A user who is put into a group of the pool gets "invalid configuration parameter name" for every request from then on.
#
# Software: postgraphile 4.14.1 with pg 8.16.3 and PostgreSQL 18 (@electric-sql/pglite 0.5.14)
# Expected: a valid access token runs the query: jwtPublicKey and jwtVerifyOptions are made for tokens of others, and each
#           claim becomes a setting jwt.claims.<name>.
# Seen:     PostgreSQL refuses settings with a colon in their name, so one claim like cognito:groups makes the whole request
#           fail with status 500. The same user's token was accepted before the group. Each id token fails, as it
#           has cognito:username. The message names neither the token nor the pool, and nothing leaves a claim out.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --legacy-peer-deps \
  postgraphile@4.14.1 pg@8.16.3 @electric-sql/pglite@0.5.14 @electric-sql/pglite-socket@0.2.17
cat > check.cjs <<'EOF'
const { generateKeyPairSync, sign } = require('node:crypto')
const { once } = require('node:events')
const { createServer } = require('node:http')
const { PGlite } = require('@electric-sql/pglite')
const { PGLiteSocketServer } = require('@electric-sql/pglite-socket')
const { Pool } = require('pg')
const { postgraphile } = require('postgraphile')

const issuer = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123'
const base64url = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const now = Math.floor(Date.now() / 1000)
function token(more) {
  const claims = { sub: 'user-1', iss: issuer, iat: now, exp: now + 3600, ...more }
  const content = `${base64url({ kid: 'key', alg: 'RS256' })}.${base64url(claims)}`
  return `${content}.${sign('sha256', Buffer.from(content), privateKey).toString('base64url')}`
}
const access = { token_use: 'access', client_id: 'exampleclientid', username: 'ann', scope: 'openid' }

console.error = () => undefined // the stacks that the middleware writes of each refusal

async function main() {
  const db = await PGlite.create()
  await db.exec(`create schema app; create function app.who() returns text stable language sql
    as $$ select current_setting('jwt.claims.sub', true) $$`)
  const socket = new PGLiteSocketServer({ db, port: 0, host: '127.0.0.1' })
  await socket.start()
  const [host, port] = socket.getServerConn().split(':')
  const pool = new Pool({ host, port: Number(port), user: 'postgres', database: 'postgres', max: 1 })
  const api = createServer(
    postgraphile(pool, 'app', {
      jwtPublicKey: publicKey.export({ type: 'spki', format: 'pem' }),
      jwtVerifyOptions: { algorithms: ['RS256'], issuer, audience: null },
      disableQueryLog: true,
    }),
  ).listen(0, '127.0.0.1')
  await once(api, 'listening')
  const ask = async (claims) => {
    const response = await fetch(`http://127.0.0.1:${api.address().port}/graphql`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token(claims)}` },
      body: JSON.stringify({ query: '{ who }' }),
    })
    const { data, errors } = await response.json()
    return `${response.status} ${data?.who ?? errors[0].message}`
  }
  const seen = {
    'access token': await ask(access),
    'access token of a user in a group': await ask({ ...access, 'cognito:groups': ['editors'] }),
    'id token': await ask({ token_use: 'id', aud: 'exampleclientid', 'cognito:username': 'ann' }),
    'access token again': await ask(access),
  }
  const known = {
    'access token': '200 user-1',
    'access token of a user in a group': '500 invalid configuration parameter name "jwt.claims.cognito:groups"',
    'id token': '500 invalid configuration parameter name "jwt.claims.cognito:username"',
    'access token again': '200 user-1',
  }
  const same = JSON.stringify(seen) === JSON.stringify(known)
  console.log(same ? 'as described:' : 'changed:', seen)
  process.exit(same ? 0 : 1)
}
void main()
EOF
node check.cjs
