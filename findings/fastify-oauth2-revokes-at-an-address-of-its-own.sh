#!/usr/bin/env bash
# Signing out fails, and the refresh token has gone to an address that no configuration names.
#
# Software: @fastify/oauth2 8.3.0 with fastify 5.12.8 and discovery (the addresses of the pool are played by a server here, whose
#           OpenID configuration names a revocation_endpoint, as newer pools do, or none, as older
#           ones do, and which answers 404 elsewhere)
# Expected: revokeToken() posts to /oauth2/revoke, beside the token endpoint of Cognito, or says that no revocation endpoint is
#           known.
# Seen:     without the member the token is posted to /oauth/revoke on the pool's domain, the default of simple-oauth2 below it.
#           The error, "Response Error: 404 Not Found", names neither the address nor the missing member. With the member it
#           goes to /oauth2/revoke.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund @fastify/oauth2@8.3.0 fastify@5.12.8
cat > check.mjs <<'EOF'
import { once } from 'node:events'
import { createServer } from 'node:http'
import oauth2 from '@fastify/oauth2'
import fastify from 'fastify'

let more = {}
let posted
const pool = createServer((request, response) => {
  const answer = (status, value) => {
    response.writeHead(status, { 'Content-Type': 'application/json' })
    response.end(value && JSON.stringify(value))
  }
  if (request.method === 'GET') {
    return answer(200, {
      issuer: `${address}/pool`,
      authorization_endpoint: `${address}/oauth2/authorize`,
      token_endpoint: `${address}/oauth2/token`,
      userinfo_endpoint: `${address}/oauth2/userInfo`,
      jwks_uri: `${address}/pool/.well-known/jwks.json`,
      ...more,
    })
  }
  posted.push(request.url)
  request.resume().on('end', () => answer(request.url === '/oauth2/revoke' ? 200 : 404))
}).listen(0, '127.0.0.1')
await once(pool, 'listening')
const address = `http://127.0.0.1:${pool.address().port}`

async function signOut(settings) {
  posted = []
  const server = fastify()
  await server.register(oauth2, {
    name: 'cognito',
    credentials: { client: { id: 'exampleclientid', secret: 'secret' } },
    startRedirectPath: '/login',
    callbackUri: 'https://app.example/back',
    ...settings,
  })
  await server.ready()
  const token = { access_token: 'access', refresh_token: 'refresh', token_type: 'Bearer', expires_in: 3600 }
  const outcome = await server.cognito.revokeToken(token, 'refresh_token').then(
    () => 'revoked',
    ({ message }) => message,
  )
  await server.close()
  return { posted: posted.join(), outcome }
}

const discovery = { issuer: `${address}/pool` }
const seen = { 'no revocation_endpoint': await signOut({ discovery }) }
more = { revocation_endpoint: `${address}/oauth2/revoke` }
seen['a revocation_endpoint'] = await signOut({ discovery })
pool.close()
const known = {
  'no revocation_endpoint': { posted: '/oauth/revoke', outcome: 'Response Error: 404 Not Found' },
  'a revocation_endpoint': { posted: '/oauth2/revoke', outcome: 'revoked' },
}

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node check.mjs
