#!/usr/bin/env bash
# Behind Apache, an application cannot see that a user of Cognito came through Google: the claim is there and empty.
#
# Software: mod_auth_openidc 2.4.12.3 (Debian's libapache2-mod-auth-openidc) with Apache 2.4 (the pool is played here, with a key
#           made here)
# Expected: the claims of the id token are handed to the application: OIDC_CLAIM_cognito_groups as "readers,writers",
#           OIDC_CLAIM_identities, a list with an object for each provider, as JSON, like the object OIDC_CLAIM_address.
# Seen:     OIDC_CLAIM_identities is an empty text: objects in a list are left out, with a warning in the error log. With
#           OIDCPassIDTokenAs payload the application gets the claim, in OIDC_id_token_payload.
#
# Needs Debian 12 or another system whose apt has this version, and Node 20 or later. Ends with status 1 when the software behaves
# otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
chmod 755 "$folder"
apt-get download -qq libapache2-mod-auth-openidc=2.4.12.3-2+deb12u5 apache2-bin libcjose0 libhiredis0.14 libapr1 libaprutil1 \
  libjansson4 liblua5.3-0 libcurl4 libnghttp2-14 librtmp1 libssh2-1 libpsl5 2>/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat > claims.sh <<'EOF'
#!/bin/sh
printf 'Content-Type: text/plain\n\n'
env | grep ^OIDC_
EOF
chmod 755 claims.sh
cat > check.mjs <<'EOF'
import { spawn } from 'node:child_process'
import { generateKeyPairSync, sign } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer, get } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const base64url = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
function jwt(claims) {
  const iat = Math.floor(Date.now() / 1000)
  const content = `${base64url({ kid: 'key', alg: 'RS256' })}.${base64url({ iss: `${pool}/pool`, sub: 'a', iat, exp: iat + 3600, ...claims })}`
  return `${content}.${sign('sha256', Buffer.from(content), privateKey).toString('base64url')}`
}
const identities = [{ userId: '1234', providerName: 'Google', providerType: 'Google', primary: 'true' }]
let nonce
const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url, pool)
  if (pathname === '/oauth2/authorize') {
    nonce = searchParams.get('nonce')
    const location = `${searchParams.get('redirect_uri')}?code=abc&state=${searchParams.get('state')}`
    return response.writeHead(302, { location }).end()
  }
  const answers = {
    '/pool/.well-known/openid-configuration': {
      issuer: `${pool}/pool`, authorization_endpoint: `${pool}/oauth2/authorize`, token_endpoint: `${pool}/oauth2/token`,
      jwks_uri: `${pool}/pool/.well-known/jwks.json`, response_types_supported: ['code', 'token'],
    },
    '/pool/.well-known/jwks.json': { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'key', alg: 'RS256', use: 'sig' }] },
    '/oauth2/token': {
      id_token: jwt({
        aud: 'exampleclientid', token_use: 'id', nonce, address: { formatted: 'Oslo' }, 'cognito:groups': ['readers', 'writers'], identities,
      }),
      access_token: jwt({ token_use: 'access', client_id: 'exampleclientid' }), token_type: 'Bearer', expires_in: 3600,
    },
  }
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(answers[pathname]))
}).listen(0, '127.0.0.1')
await once(server, 'listening')
const pool = `http://127.0.0.1:${server.address().port}`
const probe = createServer().listen(0, '127.0.0.1')
await once(probe, 'listening')
const { port } = probe.address()
probe.close()
await once(probe, 'close')

const folder = process.cwd()
const modules = ['mpm_prefork', 'authn_core', 'authz_core', 'authz_user', 'alias', 'cgi', 'auth_openidc']
writeFileSync('httpd.conf', `
ServerRoot ${folder}
PidFile ${folder}/httpd.pid
ErrorLog ${folder}/error.log
ServerName localhost
Listen 127.0.0.1:${port}
User nobody
Group nogroup
${modules.map((name) => `LoadModule ${name}_module root/usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
OIDCProviderMetadataURL ${pool}/pool/.well-known/openid-configuration
OIDCClientID exampleclientid
OIDCClientSecret secret
OIDCRedirectURI http://localhost:${port}/claims/back
OIDCCryptoPassphrase passphrase
OIDCPassIDTokenAs claims payload
ScriptAlias /claims ${folder}/claims.sh
<Location /claims>
  AuthType openid-connect
  Require valid-user
</Location>
`)
const env = { ...process.env, LD_LIBRARY_PATH: `${folder}/root/usr/lib/x86_64-linux-gnu` }
const apache = spawn('root/usr/sbin/apache2', ['-f', `${folder}/httpd.conf`, '-D', 'FOREGROUND'], { env, stdio: 'ignore', detached: true })

const cookies = new Map()
async function visit(address) {
  const cookie = [...cookies].map((pair) => pair.join('=')).join('; ')
  const [response] = await once(get(address, { headers: { accept: 'text/html', cookie } }), 'response')
  for (const line of response.headers['set-cookie'] ?? []) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)
    cookies.set(name, value)
  }
  const { location } = response.headers
  const body = (await response.toArray()).join('')
  return location ? visit(location) : body
}
for (let tries = 0; tries < 50; tries++) {
  if (await fetch(`http://localhost:${port}/`).then(() => true, () => false)) break
  await wait(100)
}
const text = await visit(`http://localhost:${port}/claims`)
apache.kill()
await once(apache, 'exit')
server.close()
const passed = Object.fromEntries(text.trim().split('\n').map((line) => [line.split('=')[0], line.slice(line.indexOf('=') + 1)]))
const seen = {
  groups: passed.OIDC_CLAIM_cognito_groups,
  address: passed.OIDC_CLAIM_address,
  identities: passed.OIDC_CLAIM_identities,
  payload: JSON.parse(passed.OIDC_id_token_payload ?? '{}').identities,
  log: /unhandled in-array JSON object.*"identities"/.exec(readFileSync('error.log', 'utf8'))?.[0],
}
const known = {
  groups: 'readers,writers',
  address: '{"formatted": "Oslo"}',
  identities: '',
  payload: identities,
  log: 'unhandled in-array JSON object type [0] for key "identities"',
}

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node check.mjs
