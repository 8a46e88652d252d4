#!/usr/bin/env bash
# Once an hour one request of a Nuxt application calls its API without a token; the same request works when it is repeated.
#
# Software: nuxt-oidc-auth 0.18.0, provider cognito, with h3 1.15.11 (its #imports are answered here, the token endpoint is
#           played: it answers a refresh as Cognito does, with new tokens of an hour)
# Expected: with automaticRefresh and exposeAccessToken, getUserSession() returns the new access token when it has refreshed.
# Seen:     in the request that refreshes, the session has neither accessToken nor idToken, although the refresh succeeded.
#           What refreshUserSession() returns is dropped. The requests before and after have both. So one API call in each hour
#           goes out with "Bearer undefined".
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --legacy-peer-deps --ignore-scripts nuxt-oidc-auth@0.18.0 h3@1.15.11 hookable@5.5.3
cat > imports.mjs <<'EOF'
const stored = new Map()
export const config = {}
export const useRuntimeConfig = () => config
export const useStorage = () => ({
  getItem: async (key) => stored.get(key) ?? null,
  setItem: async (key, value) => void stored.set(key, value),
  removeItem: async (key) => void stored.delete(key),
})
EOF
cat > check.mjs <<'EOF'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { register } from 'node:module'
import { createApp, createRouter, eventHandler, toWebHandler } from 'h3'

process.env.NUXT_OIDC_TOKEN_KEY = Buffer.alloc(32, 1).toString('base64')
process.env.NUXT_OIDC_SESSION_SECRET = 's'.repeat(48)
process.env.NUXT_OIDC_AUTH_SESSION_SECRET = 'a'.repeat(48)
process.env.CONSOLA_LEVEL = '0'
const imports = new URL('imports.mjs', import.meta.url).href
const hook = `export const resolve = (name, context, next) =>
  name === '#imports' ? { url: '${imports}', shortCircuit: true } : next(name, context)`
register(`data:text/javascript,${encodeURIComponent(hook)}`)
const { config } = await import(imports)
const server = './node_modules/nuxt-oidc-auth/dist/runtime/server'
const { callbackEventHandler, loginEventHandler } = await import(`${server}/lib/oidc.js`)
const { getUserSession, setUserSession } = await import(`${server}/utils/session.js`)

const realNow = Date.now
let minutes = 0
Date.now = () => realNow() + minutes * 60_000
const base64url = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
function jwt(claims) {
  const iat = Math.floor(Date.now() / 1000)
  return `${base64url({ alg: 'RS256' })}.${base64url({ ...claims, iat, exp: iat + 3600 })}.c2ln`
}

const grants = []
const pool = createServer((request, response) => {
  let body = ''
  request.on('data', (chunk) => (body += chunk)).on('end', () => {
    response.setHeader('Content-Type', 'application/json')
    if (request.url === '/oauth2/userInfo') return response.end(JSON.stringify({ sub: 'a', username: 'ann' }))
    grants.push(new URLSearchParams(body).get('grant_type'))
    const refresh_token = grants.length === 1 ? 'refresh' : undefined
    const [id_token, access_token] = [jwt({ token_use: 'id', aud: 'exampleclientid' }), jwt({ token_use: 'access', username: 'ann' })]
    response.end(JSON.stringify({ id_token, access_token, refresh_token, token_type: 'Bearer', expires_in: 3600 }))
  })
}).listen(0, '127.0.0.1')
await once(pool, 'listening')
const origin = `http://127.0.0.1:${pool.address().port}`
config.oidc = {
  session: { automaticRefresh: true, expirationCheck: true, maxAge: 24 * 3600 },
  providers: {
    cognito: {
      baseUrl: origin, authorizationUrl: `${origin}/oauth2/authorize`, tokenUrl: `${origin}/oauth2/token`,
      userInfoUrl: `${origin}/oauth2/userInfo`, clientId: 'exampleclientid', clientSecret: 'secret',
      redirectUri: 'https://app.example/auth/cognito/callback', logoutRedirectUri: 'https://app.example/',
      exposeAccessToken: true,
    },
  },
}

const onSuccess = async (event, { user }) => {
  await setUserSession(event, user)
  return 'signed in'
}
const session = async (event) => {
  const { accessToken, idToken, userName } = await getUserSession(event)
  return `${userName}: ${accessToken ? 'access token' : 'no access token'}, ${idToken ? 'id token' : 'no id token'}`
}
const handle = toWebHandler(
  createApp().use(
    createRouter()
      .get('/auth/cognito/login', loginEventHandler())
      .get('/auth/cognito/callback', callbackEventHandler({ onSuccess }))
      .get('/session', eventHandler(session)),
  ),
)
const cookies = new Map()
async function visit(path) {
  const cookie = [...cookies].map((pair) => pair.join('=')).join('; ')
  const response = await handle(new Request(`https://app.example${path}`, { headers: { cookie } }))
  for (const line of response.headers.getSetCookie()) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)
    cookies.set(name, value)
  }
  return response
}

const login = await visit('/auth/cognito/login')
await visit(`/auth/cognito/callback?code=abc&state=${new URL(login.headers.get('location')).searchParams.get('state')}`)
const seen = {}
for (minutes of [0, 50, 58, 59, 110, 116, 117]) {
  seen[`after ${minutes} minutes`] = `${await (await visit('/session')).text()} (${grants.length - 1} refreshes)`
}
pool.close()
const [both, none] = ['ann: access token, id token', 'ann: no access token, no id token']
const known = {
  'after 0 minutes': `${both} (0 refreshes)`,
  'after 50 minutes': `${both} (0 refreshes)`,
  'after 58 minutes': `${none} (1 refreshes)`,
  'after 59 minutes': `${both} (1 refreshes)`,
  'after 110 minutes': `${both} (1 refreshes)`,
  'after 116 minutes': `${none} (2 refreshes)`,
  'after 117 minutes': `${both} (2 refreshes)`,
}

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node --no-warnings check.mjs
