#!/usr/bin/env bash
# People who come to Cognito through Google or Okta are refused at the first try and signed in at the second.
#
# Software: @auth/core 0.41.3 and next-auth 4.24.15, each with its provider Cognito and default settings. The pool is played by a
#           server here, with a key made here. When the user came from another provider, its id token has a nonce of
#           Cognito's own (nextauthjs/next-auth#3544, panva/oauth4webapi#188); at the second try, from the session
#           of managed login, it has none.
# Expected: both providers sign the user in, as they do for users of the pool itself.
# Seen:     the id token with a nonce is refused, since none was sent: 'unexpected ID Token "nonce" claim value' and "nonce
#           mismatch, expected undefined" in the log. The page says "Configuration" and "OAuthCallback", which send
#           the reader to the app client and its secret. The same sign-in without a nonce succeeds.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --legacy-peer-deps @auth/core@0.41.3 next-auth@4.24.15
cat > check.mjs <<'EOF'
import { generateKeyPairSync, sign } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { Auth } from '@auth/core'
import AuthCognito from '@auth/core/providers/cognito'
import NextAuth from 'next-auth'
import nextCognito from 'next-auth/providers/cognito'

const clientId = 'exampleclientid'
const base64url = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
let more = {}
const pool = createServer((request, response) => {
  const now = Math.floor(Date.now() / 1000)
  const user = { sub: 'user-1', email: 'ann@example.com', 'cognito:username': 'Google_1' }
  const claims = { ...user, iss: issuer, aud: clientId, token_use: 'id', iat: now, auth_time: now, exp: now + 3600, ...more }
  const content = `${base64url({ kid: 'key', alg: 'RS256' })}.${base64url(claims)}`
  const answers = {
    '/pool/.well-known/openid-configuration': {
      issuer,
      authorization_endpoint: `${address}/oauth2/authorize`,
      token_endpoint: `${address}/oauth2/token`,
      userinfo_endpoint: `${address}/oauth2/userInfo`,
      jwks_uri: `${issuer}/.well-known/jwks.json`,
      id_token_signing_alg_values_supported: ['RS256'],
      response_types_supported: ['code', 'token'],
      subject_types_supported: ['public'],
    },
    '/pool/.well-known/jwks.json': {
      keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'key', alg: 'RS256', use: 'sig' }],
    },
    '/oauth2/token': {
      id_token: `${content}.${sign('sha256', Buffer.from(content), privateKey).toString('base64url')}`,
      access_token: 'access',
      refresh_token: 'refresh',
      token_type: 'Bearer',
      expires_in: 3600,
    },
  }
  response.writeHead(200, { 'Content-Type': 'application/json' })
  response.end(JSON.stringify(answers[request.url]))
}).listen(0, '127.0.0.1')
await once(pool, 'listening')
const address = `http://127.0.0.1:${pool.address().port}`
const issuer = `${address}/pool`
const provider = { clientId, clientSecret: 'secret', issuer }
const logged = []
const logger = {
  error: (...parts) => logged.push((parts[0].cause?.err ?? parts[1]?.error ?? parts[0]).message),
  warn: () => undefined,
  debug: () => undefined,
}

// One sign-in: the form with its token against forgery, the login page, and the way back with a code.
async function signIn(send) {
  const cookies = new Map()
  const visit = async (method, action, query, body) => {
    const { location, set, json } = await send({ method, action, query, body, cookies: Object.fromEntries(cookies) })
    for (const [name, value] of set) cookies.set(name, value)
    return { location, json }
  }
  const { json } = await visit('GET', 'csrf', {})
  const login = new URL((await visit('POST', 'signin', {}, { csrfToken: json.csrfToken })).location)
  const state = login.searchParams.get('state')
  const { location } = await visit('GET', 'callback', { code: 'code', ...(state && { state }) })
  const signedIn = [...cookies.keys()].some((name) => name.endsWith('session-token'))
  return signedIn ? 'signed in' : `${new URL(location).searchParams.get('error')}: ${logged.at(-1)}`
}

const origin = 'http://localhost:3000'
const pathOf = (action) => (action === 'csrf' ? action : `${action}/cognito`)

async function authCore({ method, action, query, body, cookies }) {
  const url = new URL(`${origin}/auth/${pathOf(action)}`)
  url.search = new URLSearchParams(query)
  const cookie = Object.entries(cookies).map(([name, value]) => `${name}=${value}`)
  const request = new Request(url, { method, headers: { cookie: cookie.join('; ') }, body: body && new URLSearchParams(body) })
  const config = { providers: [AuthCognito(provider)], secret: 'secret', trustHost: true, basePath: '/auth', logger }
  const response = await Auth(request, config)
  const set = response.headers.getSetCookie().map((line) => line.split(';')[0].split('='))
  const json = action === 'csrf' ? await response.json() : undefined
  return { location: response.headers.get('location'), set, json }
}

async function nextAuth({ method, action, query, body, cookies }) {
  const nextauth = pathOf(action).split('/')
  const headers = new Map()
  let json
  const response = {
    status: () => response,
    setHeader: (name, value) => headers.set(name, value),
    getHeader: (name) => headers.get(name),
    send: (value) => (json = value),
    end: () => undefined,
  }
  const request = { method, query: { ...query, nextauth }, body, cookies, headers: { host: 'localhost:3000' } }
  await NextAuth.default(request, response, { providers: [nextCognito.default(provider)], secret: 'secret', logger })
  const set = (headers.get('Set-Cookie') ?? []).map((line) => line.split(';')[0].split('=').map(decodeURIComponent))
  return { location: headers.get('Location'), set, json }
}

const both = async () => ({ '@auth/core': await signIn(authCore), 'next-auth': await signIn(nextAuth) })
const seen = { 'no nonce in the id token': await both() }
more = { nonce: 'of-cognito' }
seen['a nonce of Cognito'] = await both()
pool.close()
const known = {
  'no nonce in the id token': { '@auth/core': 'signed in', 'next-auth': 'signed in' },
  'a nonce of Cognito': {
    '@auth/core': 'Configuration: unexpected ID Token "nonce" claim value',
    'next-auth': 'OAuthCallback: nonce mismatch, expected undefined, got: of-cognito',
  },
}

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', JSON.stringify(seen, undefined, 2))
process.exit(same ? 0 : 1)
EOF
NEXTAUTH_URL=http://localhost:3000/api/auth node --no-warnings check.mjs
