#!/usr/bin/env bash
# On a command line that gets its tokens from oidc-agent, the login page of Cognito ends with invalid_scope for any set of scopes.
#
# Software: oidc-agent 4.2.6 (Debian's oidc-agent-cli; the OpenID configuration of the pool is played here)
# Expected: `oidc-gen --manual --scope="openid email"` asks for the scopes that it is given. Cognito issues a refresh token with
#           every code; offline_access is not one of its scopes (nor of scopes_supported in its OpenID configuration), and no
#           app client can allow it.
# Seen:     the address for the browser asks for "openid email offline_access", with prompt=consent. There is no option against
#           it, and the scopes_supported of the provider are not looked at. Cognito sends the browser back with
#           error=invalid_scope, which names no scope.
#
# Needs Debian 12 or another system whose apt has this version, and Node 20 or later. Ends with status 1 when the software behaves
# otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
chmod 755 "$folder"
apt-get download -qq oidc-agent-cli=4.2.6-1 liboidc-agent4 libmicrohttpd12 libqrencode4 libcjson1 libsecret-1-0 libsodium23 2>/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat > check.mjs <<'EOF'
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'

const folder = process.cwd()
const env = { ...process.env, HOME: folder, TMPDIR: folder, LD_LIBRARY_PATH: `${folder}/root/usr/lib/x86_64-linux-gnu` }
let supported
const server = createServer((_, response) => {
  response.writeHead(200, { 'Content-Type': 'application/json' })
  response.end(JSON.stringify({
    issuer: `${pool}/pool`, authorization_endpoint: `${pool}/oauth2/authorize`, token_endpoint: `${pool}/oauth2/token`,
    jwks_uri: `${pool}/pool/.well-known/jwks.json`, response_types_supported: ['code', 'token'], scopes_supported: supported,
  }))
}).listen(0, '127.0.0.1')
await once(server, 'listening')
const pool = `http://127.0.0.1:${server.address().port}`

const started = execFileSync('root/usr/bin/oidc-agent', ['--no-webserver'], { env }).toString()
for (const name of ['OIDC_SOCK', 'OIDCD_PID']) env[name] = new RegExp(`${name}=([^;]+);`).exec(started)[1]

async function generate(scope, scopes) {
  supported = scopes
  const options = [
    'cognito', '--manual', `--issuer=${pool}/pool`, '--client-id=exampleclientid', '--client-secret=secret',
    '--redirect-uri=http://localhost:4242', `--scope=${scope}`, '--flow=code', '--no-url-call', '--no-webserver', '--no-scheme', '--prompt=none',
    '--pw-cmd=echo password',
  ]
  const generator = spawn('root/usr/bin/oidc-gen', options, { env, stdio: ['ignore', 'ignore', 'pipe'] })
  let address
  let text = ''
  for await (const chunk of generator.stderr) {
    text += chunk
    address = /^http:\S+\/oauth2\/authorize\S+$/m.exec(text)?.[0]
    if (address) break
  }
  generator.kill()
  const { searchParams } = new URL(address)
  return `${searchParams.get('scope')} (prompt ${searchParams.get('prompt')})`
}
const cognito = ['openid', 'email', 'phone', 'profile']
let seen
try {
  seen = {
    'openid email': await generate('openid email', cognito),
    'openid email phone': await generate('openid email phone', cognito),
    'a provider with offline_access': await generate('openid email', [...cognito, 'offline_access']),
  }
} finally {
  execFileSync('root/usr/bin/oidc-agent', ['--kill'], { env })
  server.close()
}
const known = {
  'openid email': 'openid email offline_access (prompt consent)',
  'openid email phone': 'openid email phone offline_access (prompt consent)',
  'a provider with offline_access': 'openid email offline_access (prompt consent)',
}

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node check.mjs
