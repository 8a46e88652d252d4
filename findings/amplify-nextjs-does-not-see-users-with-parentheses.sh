#!/usr/bin/env bash
# In the browser ann(ext) is signed in; the server of the same Next.js application knows nobody. With ann@acme.com it works.
#
# Software: @aws-amplify/adapter-nextjs 1.8.0 with aws-amplify 6.22.1 and next 16.4.6 (the address of the keys is answered by nock
#           13.5.6, with a key made here; the browser's cookies are those of jsdom 26.1.0)
# Expected: the server finds the cookies that Amplify wrote in the browser for any user name that Cognito takes.
# Seen:     the names of the cookies hold the user name. The browser's side also encodes parentheses, the server's does not:
#           its copy of the encoding says that these characters are not used in the keys. fetchAuthSession() on the server
#           has no tokens and no error, so that a middleware leads to the login page, where the user is signed in.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --omit=optional --ignore-scripts \
  @aws-amplify/adapter-nextjs@1.8.0 aws-amplify@6.22.1 next@16.4.6 react@19.3.1 react-dom@19.3.1 \
  nock@13.5.6 jsdom@26.1.0
cat > check.mjs <<'EOF'
import { generateKeyPairSync, sign } from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { JSDOM } from 'jsdom'
import nock from 'nock'

const host = 'https://cognito-idp.eu-west-1.amazonaws.com'
const userPoolId = 'eu-west-1_AbCdEf123'
const userPoolClientId = 'exampleclientid'
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: 'key', alg: 'RS256', use: 'sig' }]
nock(host).persist().get(`/${userPoolId}/.well-known/jwks.json`).reply(200, { keys })
syncBuiltinESMExports()
const { createServerRunner } = await import('@aws-amplify/adapter-nextjs')
const { fetchAuthSession } = await import('aws-amplify/auth/server')
const { CookieStorage } = await import('aws-amplify/utils')
const { default: next } = await import('next/server.js')

const base64url = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
function token(more) {
  const now = Math.floor(Date.now() / 1000)
  const claims = { sub: 'a', iss: `${host}/${userPoolId}`, iat: now, exp: now + 3600, ...more }
  const content = `${base64url({ kid: 'key', alg: 'RS256' })}.${base64url(claims)}`
  return `${content}.${sign('sha256', Buffer.from(content), privateKey).toString('base64url')}`
}

const address = 'https://www.acme.com/'
const config = { Auth: { Cognito: { userPoolId, userPoolClientId } } }
const { runWithAmplifyServerContext } = createServerRunner({ config })

async function userOnServer(username) {
  const { window } = new JSDOM('', { url: address })
  globalThis.document = window.document
  const browser = new CookieStorage({ domain: 'www.acme.com', path: '/', secure: true })
  const prefix = `CognitoIdentityServiceProvider.${userPoolClientId}`
  const access = token({ token_use: 'access', client_id: userPoolClientId, username })
  await browser.setItem(`${prefix}.LastAuthUser`, username)
  await browser.setItem(`${prefix}.${username}.accessToken`, access)
  await browser.setItem(`${prefix}.${username}.idToken`, token({ token_use: 'id', aud: userPoolClientId }))
  await browser.setItem(`${prefix}.${username}.refreshToken`, 'refresh')
  const inBrowser = (await browser.getItem(`${prefix}.${username}.accessToken`)) === access

  const request = new next.NextRequest(address, { headers: { cookie: window.document.cookie } })
  const onServer = await runWithAmplifyServerContext({
    nextServerContext: { request, response: next.NextResponse.next() },
    operation: async (context) => (await fetchAuthSession(context)).tokens?.accessToken.payload.username ?? 'nobody',
  })
  return { inBrowser, onServer }
}

const seen = {}
for (const name of ['ann', 'ann@acme.com', 'Azure_ann+x', "ann'o", 'jürgen', 'ann(ext)']) seen[name] = await userOnServer(name)
const known = {
  ann: { inBrowser: true, onServer: 'ann' },
  'ann@acme.com': { inBrowser: true, onServer: 'ann@acme.com' },
  'Azure_ann+x': { inBrowser: true, onServer: 'Azure_ann+x' },
  "ann'o": { inBrowser: true, onServer: "ann'o" },
  jürgen: { inBrowser: true, onServer: 'jürgen' },
  'ann(ext)': { inBrowser: true, onServer: 'nobody' },
}

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node --no-warnings check.mjs
