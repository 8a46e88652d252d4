#!/usr/bin/env bash
# A React application in constant use asks for a new sign-in after two hours, though the refresh token is good for thirty days.
#
# Software: react-oauth2-code-pkce 1.24.0 with React 19.2.0 and jsdom 26.1.0 (the token endpoint is played: tokens of an hour, and
#           a refresh token with the code alone, or with every refresh, as with rotation)
# Expected: a refresh token without a stated lifetime is used until the token endpoint refuses it.
# Seen:     it counts as expired ten minutes after the first access token. The refresh in the first hour succeeds; since
#           Cognito's answer to it has no refresh token, the time is not moved on. The second refresh is not sent:
#           onRefreshTokenExpire is called, or the visitor is sent to the login page. With rotation, and with
#           refreshTokenExpiresIn, the session goes on.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts \
  react-oauth2-code-pkce@1.24.0 react@19.2.0 react-dom@19.2.0 jsdom@26.1.0
cat > check.mjs <<'EOF'
import { setTimeout as wait } from 'node:timers/promises'
import { JSDOM } from 'jsdom'

const { window } = new JSDOM('', { url: 'https://app.example/?code=abc' })
const { document, localStorage, navigator, sessionStorage } = window
Object.assign(globalThis, { window, document, localStorage, navigator, sessionStorage })
const { createElement } = await import('react')
const { createRoot } = await import('react-dom/client')
const { AuthContext, AuthProvider } = await import('react-oauth2-code-pkce')

const realNow = Date.now
let minutes
Date.now = () => realNow() + minutes * 60_000
const base64url = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
const token = () => `${base64url({ alg: 'RS256' })}.${base64url({ exp: Math.floor(Date.now() / 1000) + 3600 })}.c2ln`

async function until(condition) {
  for (let tries = 0; tries < 1000 && !condition(); tries++) await wait(5)
}

// An application that its user opens, or reloads, every ten minutes for three hours.
async function use(rotation, settings) {
  window.history.replaceState(null, '', '/?code=abc')
  localStorage.clear()
  localStorage.setItem('ROCP_loginInProgress', 'true')
  localStorage.setItem('ROCP_PKCE_code_verifier', 'verifier')
  const events = []
  globalThis.fetch = async (_, { body }) => {
    const grant = new URLSearchParams(body).get('grant_type')
    events.push(`${minutes} min ${grant}`)
    const refresh = rotation || grant === 'authorization_code' ? { refresh_token: 'refresh' } : {}
    return Response.json({ access_token: token(), id_token: token(), expires_in: 3600, token_type: 'Bearer', ...refresh })
  }
  const authConfig = {
    clientId: 'exampleclientid', redirectUri: 'https://app.example/', scope: 'openid', storage: 'local', autoLogin: false,
    authorizationEndpoint: 'https://example.auth.eu-west-1.amazoncognito.com/oauth2/authorize',
    tokenEndpoint: 'https://example.auth.eu-west-1.amazoncognito.com/oauth2/token',
    onRefreshTokenExpire: () => events.push(`${minutes} min onRefreshTokenExpire`), ...settings,
  }
  for (minutes = 0; minutes <= 180 && !events.at(-1)?.endsWith('Expire'); minutes += 10) {
    const root = createRoot(document.createElement('div'))
    let rendered
    const content = ({ token, loginInProgress }) => ((rendered = token && !loginInProgress), null)
    root.render(createElement(AuthProvider, { authConfig }, createElement(AuthContext.Consumer, null, content)))
    await until(() => rendered)
    await wait(50)
    root.unmount()
    await wait(10)
  }
  return events
}

const seen = {
  'no rotation': await use(false, {}),
  'rotation': await use(true, {}),
  'no rotation, refreshTokenExpiresIn': await use(false, { refreshTokenExpiresIn: 30 * 24 * 3600 }),
}
const first = ['0 min authorization_code', '60 min refresh_token']
const known = {
  'no rotation': [...first, '120 min onRefreshTokenExpire'],
  'rotation': [...first, '120 min refresh_token', '180 min refresh_token'],
  'no rotation, refreshTokenExpiresIn': [...first, '120 min refresh_token', '180 min refresh_token'],
}

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node --no-warnings check.mjs
