#!/usr/bin/env bash
# An application that asks profile.email_verified === true takes no user of Cognito for verified.
#
# Software: oidc-client 1.11.5 with its default loadUserInfo (the addresses of the pool are played by a server here, with a key
#           made here; userInfo answers "email_verified": "true", a text, as the developer guide shows)
# Expected: profile.email_verified is true or "true": id token and userInfo say the same.
# Seen:     [true, "true"]. Claims that differ are collected in a list, and the text of userInfo differs from the boolean of
#           the id token. An address that is not verified is "false". loadUserInfo: false gives the boolean.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund oidc-client@1.11.5 xmlhttprequest@1.8.0
cat > check.cjs <<'EOF'
const { generateKeyPairSync, sign } = require('node:crypto')
const { once } = require('node:events')
const { createServer } = require('node:http')
const { InMemoryWebStorage, OidcClient, WebStorageStateStore, Global } = require('oidc-client')
const { XMLHttpRequest } = require('xmlhttprequest')

const clientId = 'exampleclientid'
const base64url = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: 'key', alg: 'RS256', use: 'sig' }]

async function main() {
  let verified
  const pool = createServer((request, response) => {
    const now = Math.floor(Date.now() / 1000)
    const user = { sub: 'user-1', email: 'ann@example.com', email_verified: verified }
    const claims = { ...user, iss: address, aud: clientId, token_use: 'id', iat: now, auth_time: now, exp: now + 3600 }
    const content = `${base64url({ kid: 'key', alg: 'RS256' })}.${base64url(claims)}`
    const answers = {
      '/jwks.json': { keys },
      '/oauth2/token': {
        id_token: `${content}.${sign('sha256', Buffer.from(content), privateKey).toString('base64url')}`,
        access_token: 'access',
        token_type: 'Bearer',
        expires_in: 3600,
      },
      '/oauth2/userInfo': { ...user, email_verified: String(verified), username: 'user-1' },
    }
    response.writeHead(200, { 'Content-Type': 'application/json' })
    response.end(JSON.stringify(answers[request.url]))
  }).listen(0, '127.0.0.1')
  await once(pool, 'listening')
  const address = `http://127.0.0.1:${pool.address().port}`
  globalThis.window = {} // without it the library does not look for XMLHttpRequest
  Global.setXMLHttpRequest(XMLHttpRequest)

  const profileOf = async (value, settings) => {
    verified = value
    const client = new OidcClient({
      authority: address,
      client_id: clientId,
      redirect_uri: 'https://app.example/back',
      response_type: 'code',
      scope: 'openid email',
      metadata: {
        issuer: address,
        authorization_endpoint: `${address}/oauth2/authorize`,
        token_endpoint: `${address}/oauth2/token`,
        userinfo_endpoint: `${address}/oauth2/userInfo`,
        jwks_uri: `${address}/jwks.json`,
      },
      stateStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
      ...settings,
    })
    const { url } = await client.createSigninRequest()
    const state = new URL(url).searchParams.get('state')
    const { profile } = await client.processSigninResponse(`https://app.example/back?code=code&state=${state}`)
    return profile
  }
  const seen = {
    verified: (await profileOf(true)).email_verified,
    'not verified': (await profileOf(false)).email_verified,
    'verified, without userInfo': (await profileOf(true, { loadUserInfo: false })).email_verified,
    'email, with userInfo': (await profileOf(true)).email,
  }
  pool.close()
  const known = {
    verified: [true, 'true'],
    'not verified': 'false',
    'verified, without userInfo': true,
    'email, with userInfo': 'ann@example.com',
  }

  const same = JSON.stringify(seen) === JSON.stringify(known)
  console.log(same ? 'as described:' : 'changed:', seen)
  process.exit(same ? 0 : 1)
}
void main()
EOF
node check.cjs
