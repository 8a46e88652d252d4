#!/usr/bin/env bash
# "Sign out and revoke" ends with an error, and the refresh token goes on for thirty days.
#
# Software: oidc-client-ts 3.5.0 (the revocation endpoint is played by a server here, with the documented answers)
# Expected: revokeTokens() revokes the refresh token, by which Cognito ends its access tokens as well; a token that the
#           endpoint does not take (unsupported_token_type, RFC 7009) does not keep the other one alive.
# Seen:     the access token is sent first. Cognito takes refresh tokens alone and answers 400 unsupported_token_type, which
#           is thrown: the refresh token is never sent. With revokeTokensOnSignout, signoutRedirect() rejects before
#           it leads away, and the user is still signed in. revokeTokenTypes ["refresh_token"] is the way round it.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund oidc-client-ts@3.5.0
cat > check.mjs <<'EOF'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { InMemoryWebStorage, User, UserManager, WebStorageStateStore } from 'oidc-client-ts'

let revoked
const domain = createServer(async (request, response) => {
  const token = new URLSearchParams(await text(request)).get('token')
  const known = token === 'refresh'
  if (known) revoked.push(token)
  response.writeHead(known ? 200 : 400, { 'Content-Type': 'application/json' })
  response.end(known ? '' : JSON.stringify({ error: 'unsupported_token_type' }))
}).listen(0, '127.0.0.1')
await once(domain, 'listening')

const issuer = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123'
const address = `http://127.0.0.1:${domain.address().port}`
const profile = { sub: 's', iss: issuer, aud: 'exampleclientid', exp: 1, iat: 1 }

async function signOut(settings, call) {
  revoked = []
  const visited = []
  const navigator = {
    prepare: async () => ({ navigate: async ({ url }) => visited.push(new URL(url).pathname), close: () => undefined }),
  }
  const store = () => new WebStorageStateStore({ store: new InMemoryWebStorage() })
  const manager = new UserManager(
    {
      authority: issuer,
      client_id: 'exampleclientid',
      redirect_uri: 'https://app.example/back',
      metadata: { issuer, revocation_endpoint: `${address}/oauth2/revoke`, end_session_endpoint: `${address}/logout` },
      userStore: store(),
      stateStore: store(),
      ...settings,
    },
    navigator,
  )
  const tokens = { access_token: 'access', refresh_token: 'refresh', id_token: 'id', token_type: 'Bearer' }
  await manager.storeUser(new User({ ...tokens, profile }))
  const outcome = await call(manager).then(() => 'resolved', (error) => error.message)
  return { outcome, revoked, visited, 'still signed in': (await manager.getUser()) !== null }
}

const leaving = { revokeTokensOnSignout: true }
const refreshAlone = { revokeTokenTypes: ['refresh_token'] }
const seen = {
  'revokeTokens()': await signOut({}, (manager) => manager.revokeTokens()),
  'signoutRedirect()': await signOut(leaving, (manager) => manager.signoutRedirect()),
  'signoutRedirect(), refresh token alone': await signOut({ ...leaving, ...refreshAlone }, (manager) =>
    manager.signoutRedirect(),
  ),
}
domain.close()
const refused = { outcome: 'unsupported_token_type', revoked: [], visited: [], 'still signed in': true }
const known = {
  'revokeTokens()': refused,
  'signoutRedirect()': refused,
  'signoutRedirect(), refresh token alone': {
    outcome: 'resolved',
    revoked: ['refresh'],
    visited: ['/logout'],
    'still signed in': false,
  },
}

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', JSON.stringify(seen, undefined, 2))
process.exit(same ? 0 : 1)
EOF
node check.mjs
