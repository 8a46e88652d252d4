#!/usr/bin/env bash
# After a sign-out that failed, the next sign-in asks for no password.
#
# Software: oidc-client-ts 3.5.0, with the OpenID configuration of a pool that names no end_session_endpoint, as many do
# Expected: signoutRedirect() refuses before it changes anything, or leads to the pool's logout page.
# Seen:     it removes the user from the browser's storage, then rejects with "No end session endpoint". The page shows
#           nobody signed in, while the session of managed login goes on and signs the same person in again.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund oidc-client-ts@3.5.0
cat > check.mjs <<'EOF'
import { InMemoryWebStorage, User, UserManager, WebStorageStateStore } from 'oidc-client-ts'

const issuer = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123'
const domain = 'https://example.auth.eu-west-1.amazoncognito.com'
const metadata = {
  issuer,
  authorization_endpoint: `${domain}/oauth2/authorize`,
  token_endpoint: `${domain}/oauth2/token`,
  userinfo_endpoint: `${domain}/oauth2/userInfo`,
  jwks_uri: `${issuer}/.well-known/jwks.json`,
}

async function signOut(more) {
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
      metadata: { ...metadata, ...more },
      userStore: store(),
      stateStore: store(),
    },
    navigator,
  )
  await manager.storeUser(new User({ access_token: 'a', token_type: 'Bearer', profile: { sub: 's', iss: issuer, aud: 'c', exp: 1, iat: 1 } }))
  const outcome = await manager.signoutRedirect().then(() => 'led away', (error) => error.message)
  return { outcome, visited, 'signed in, says the library': (await manager.getUser()) !== null }
}

const seen = {
  'no end_session_endpoint': await signOut({}),
  'with one': await signOut({ end_session_endpoint: `${domain}/logout` }),
}
const known = {
  'no end_session_endpoint': { outcome: 'No end session endpoint', visited: [], 'signed in, says the library': false },
  'with one': { outcome: 'led away', visited: ['/logout'], 'signed in, says the library': false },
}

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', JSON.stringify(seen, undefined, 2))
process.exit(same ? 0 : 1)
EOF
node check.mjs
