#!/usr/bin/env bash
# "Sign out and revoke" in an Angular application revokes the refresh token and leaves the user signed in.
#
# Software: angular-auth-oidc-client 22.0.1 and angular-oauth2-oidc 20.0.2 with @angular/core 20.3.16 (the addresses of the pool
#           are played by a server here, with the documented answers)
# Expected: logoffAndRevokeTokens() and revokeTokenAndLogout() end the session here as well, whatever the server says of a
#           token that it does not revoke: Cognito takes refresh tokens alone, and ends their access tokens with them.
# Seen:     both send the access token, too. Cognito answers 400 unsupported_token_type, the call is rejected, and the log-out
#           is left out: the tokens stay, isAuthenticated is true, and calls of Cognito with them are refused, as they
#           are revoked. angular-auth-oidc-client sends the access token three times. logoff() and logOut() work.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
angular=20.3.16
npm install --silent --no-audit --no-fund \
  @angular/core@$angular @angular/common@$angular @angular/compiler@$angular @angular/router@$angular \
  @angular/platform-browser@$angular rxjs@7.8.2 jsdom@26.1.0 angular-auth-oidc-client@22.0.1 angular-oauth2-oidc@20.0.2
cat > check.mjs <<'EOF'
import '@angular/compiler'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { provideHttpClient, withFetch } from '@angular/common/http'
import { provideZonelessChangeDetection } from '@angular/core'
import { createApplication } from '@angular/platform-browser'
import { AbstractSecurityStorage, OidcSecurityService, provideAuth } from 'angular-auth-oidc-client'
import { OAuthService, OAuthStorage, provideOAuthClient } from 'angular-oauth2-oidc'
import { JSDOM } from 'jsdom'
import { firstValueFrom } from 'rxjs'

let sent = []
const pool = createServer(async (request, response) => {
  const answer = (status, value) => {
    response.writeHead(status, { 'Content-Type': 'application/json' })
    response.end(value && JSON.stringify(value))
  }
  if (request.method === 'GET') return answer(200, metadata)
  const token = new URLSearchParams(await text(request)).get('token')
  sent.push(token)
  while (!sent.includes('refresh')) await setTimeout(5) // the two calls of angular-oauth2-oidc overlap
  if (token === 'refresh') answer(200)
  else answer(400, { error: 'unsupported_token_type' })
}).listen(0, '127.0.0.1')
await once(pool, 'listening')
const address = `http://127.0.0.1:${pool.address().port}`
const metadata = {
  issuer: `${address}/pool`,
  authorization_endpoint: `${address}/oauth2/authorize`,
  token_endpoint: `${address}/oauth2/token`,
  revocation_endpoint: `${address}/oauth2/revoke`,
  end_session_endpoint: `${address}/logout`,
  jwks_uri: `${address}/pool/.well-known/jwks.json`,
}

const { window } = new JSDOM('', { url: 'https://app.example/' })
Object.assign(globalThis, { window, document: window.document, Storage: window.Storage })
console.error = () => undefined
const inAnHour = String(Date.now() + 3600_000)

async function authOidcClient(signOut) {
  const tokens = { access_token: 'access', refresh_token: 'refresh', id_token: 'id' }
  const values = { pool: { authnResult: tokens, authzData: 'access', access_token_expires_at: Number(inAnHour) } }
  const storage = {
    read: (key) => JSON.stringify(values[key] ?? null),
    write: (key, value) => (values[key] = JSON.parse(value)),
    remove: (key) => delete values[key],
  }
  const config = {
    configId: 'pool',
    authority: `${address}/pool`,
    clientId: 'exampleclientid',
    redirectUrl: 'https://app.example/',
    responseType: 'code',
    useRefreshToken: true,
  }
  const { injector } = await createApplication({
    providers: [
      provideZonelessChangeDetection(),
      provideHttpClient(withFetch()),
      provideAuth({ config }),
      { provide: AbstractSecurityStorage, useValue: storage },
    ],
  })
  const service = injector.get(OidcSecurityService)
  await firstValueFrom(service.preloadAuthWellKnownDocument())
  return run(
    () => firstValueFrom(service[signOut](undefined, { urlHandler: () => undefined })),
    () => firstValueFrom(service.isAuthenticated()),
  )
}

async function oauth2Oidc(signOut) {
  const values = new Map([
    ['access_token', 'access'],
    ['refresh_token', 'refresh'],
    ['expires_at', inAnHour],
  ])
  const storage = {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => values.set(key, value),
    removeItem: (key) => values.delete(key),
  }
  const { injector } = await createApplication({
    providers: [
      provideZonelessChangeDetection(),
      provideHttpClient(withFetch()),
      provideOAuthClient(),
      { provide: OAuthStorage, useValue: storage },
    ],
  })
  const service = injector.get(OAuthService)
  service.configure({ clientId: 'exampleclientid', revocationEndpoint: metadata.revocation_endpoint, requireHttps: false })
  return run(
    async () => service[signOut](),
    async () => service.hasValidAccessToken(),
  )
}

async function run(signOut, isSignedIn) {
  sent = []
  const before = await isSignedIn()
  const outcome = await signOut().then(
    () => 'done',
    () => 'rejected',
  )
  return { before, outcome, sent: sent.sort().join(), after: await isSignedIn() }
}

const seen = {
  'angular-auth-oidc-client': await authOidcClient('logoffAndRevokeTokens'),
  'angular-auth-oidc-client, logoff': await authOidcClient('logoff'),
  'angular-oauth2-oidc': await oauth2Oidc('revokeTokenAndLogout'),
  'angular-oauth2-oidc, logOut': await oauth2Oidc('logOut'),
}
pool.close()
const local = { before: true, outcome: 'done', sent: '', after: false }
const known = {
  'angular-auth-oidc-client': { before: true, outcome: 'rejected', sent: 'access,access,access,refresh', after: true },
  'angular-auth-oidc-client, logoff': local,
  'angular-oauth2-oidc': { before: true, outcome: 'rejected', sent: 'access,refresh', after: true },
  'angular-oauth2-oidc, logOut': local,
}

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node --no-warnings check.mjs
