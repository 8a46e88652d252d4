#!/usr/bin/env bash
# A user who is in one group of the pool is listed in it nine times at the end of a working day.
#
# Software: nuxt-oidc-auth 0.18.0, provider cognito, with h3 1.15.11 (its #imports are answered here, the token endpoint is
#           played: it answers each refresh with an id token whose cognito:groups is ["readers"])
# Expected: with optionalClaims: ['cognito:groups'], claims of the session are those of the newest id token.
# Seen:     a refresh merges the claims into the session, and the merge joins lists: that of the new token and those of all
#           earlier ones. Texts are replaced. The session is a cookie, which so grows with every hour and each group.
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
})
EOF
cat > check.mjs <<'EOF'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { register } from 'node:module'
import { createApp, eventHandler, toWebHandler } from 'h3'

const tokenKey = Buffer.alloc(32, 1).toString('base64')
process.env.NUXT_OIDC_TOKEN_KEY = tokenKey
process.env.NUXT_OIDC_SESSION_SECRET = 's'.repeat(48)
process.env.CONSOLA_LEVEL = '0'
const imports = new URL('imports.mjs', import.meta.url).href
const hook = `export const resolve = (name, context, next) =>
  name === '#imports' ? { url: '${imports}', shortCircuit: true } : next(name, context)`
register(`data:text/javascript,${encodeURIComponent(hook)}`)
const { config, useStorage } = await import(imports)
const utilities = './node_modules/nuxt-oidc-auth/dist/runtime/server/utils'
const { encryptToken } = await import(`${utilities}/security.js`)
const { getUserSessionId, refreshUserSession, setUserSession } = await import(`${utilities}/session.js`)

const base64url = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
const jwt = (claims) => `${base64url({ alg: 'RS256' })}.${base64url({ ...claims, exp: Math.floor(Date.now() / 1000) + 3600 })}.c2ln`
const claims = { 'cognito:groups': ['readers'], locale: 'en' }
const pool = createServer((_, response) => {
  const tokens = { id_token: jwt({ token_use: 'id', ...claims }), access_token: jwt({ token_use: 'access', username: 'ann' }) }
  response.writeHead(200, { 'Content-Type': 'application/json' })
  response.end(JSON.stringify({ ...tokens, token_type: 'Bearer', expires_in: 3600 }))
}).listen(0, '127.0.0.1')
await once(pool, 'listening')
config.oidc = {
  session: { automaticRefresh: true, expirationCheck: true },
  providers: {
    cognito: {
      clientId: 'exampleclientid', clientSecret: 'secret', tokenUrl: `http://127.0.0.1:${pool.address().port}/oauth2/token`,
      optionalClaims: Object.keys(claims),
    },
  },
}

// One sign-in, then a refresh in each hour of a working day.
const day = async (event) => {
  await setUserSession(event, { provider: 'cognito', canRefresh: true, claims })
  const refreshToken = await encryptToken('refresh', tokenKey)
  await useStorage().setItem(await getUserSessionId(event), { refreshToken })
  const hours = []
  for (let hour = 1; hour <= 8; hour++) hours.push((await refreshUserSession(event)).claims)
  return hours
}
const response = await toWebHandler(createApp().use(eventHandler(day)))(new Request('https://app.example/'))
const hours = await response.json()
pool.close()
const seen = hours.map((claims) => `${claims.locale}: ${claims['cognito:groups'].join()}`)
const known = Array.from({ length: 8 }, (_, index) => `en: ${Array(index + 2).fill('readers').join()}`)

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node --no-warnings check.mjs
