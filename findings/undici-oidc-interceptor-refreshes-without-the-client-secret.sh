#!/usr/bin/env bash
# With a client secret, a server's calls work with its access token and fail once the token has to be renewed.
#
# Software: undici-oidc-interceptor 0.6.0 with undici 7.29.1 (the API and the token endpoint are played here; the latter asks for
#           the client secret at every grant, as Cognito does for an app client that has one)
# Expected: clientSecret is sent with every grant: with client_credentials and with refresh_token.
# Seen:     it is sent with client_credentials alone. As soon as refreshToken is set, the request has the client id and no
#           secret, which the token endpoint answers with invalid_client. Nothing warns about a secret that is not used.
#
# Needs Node 20.18 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund undici-oidc-interceptor@0.6.0 undici@7.29.1
cat > check.cjs <<'EOF'
const { once } = require('node:events')
const { createServer } = require('node:http')
const { Agent, request } = require('undici')
const { createOidcInterceptor } = require('undici-oidc-interceptor')

const base64url = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
const jwt = (exp) => `${base64url({ alg: 'RS256' })}.${base64url({ token_use: 'access', exp })}.c2ln`
const now = Math.floor(Date.now() / 1000)
const [fresh, expired] = [jwt(now + 3600), jwt(now - 60)]

let grants
const server = createServer((incoming, response) => {
  let body = ''
  const answer = (status, value) => {
    response.writeHead(status, { 'Content-Type': 'application/json' })
    response.end(JSON.stringify(value))
  }
  incoming.on('data', (chunk) => (body += chunk)).on('end', () => {
    if (incoming.url === '/api') return answer(incoming.headers.authorization === `Bearer ${fresh}` ? 200 : 401, {})
    const sent = new URLSearchParams(body)
    grants.push(`${sent.get('grant_type')} ${sent.has('client_secret') ? 'with' : 'without'} secret`)
    return sent.get('client_secret') === 'secret'
      ? answer(200, { access_token: fresh, token_type: 'Bearer', expires_in: 3600 })
      : answer(400, { error: 'invalid_client' })
  })
})

async function call(origin, options) {
  grants = []
  const interceptor = createOidcInterceptor({
    idpTokenUrl: `${origin}/oauth2/token`, clientId: 'exampleclientid', clientSecret: 'secret', urls: [origin], ...options,
  })
  const dispatcher = new Agent().compose(interceptor)
  const outcome = await request(`${origin}/api`, { dispatcher }).then(
    async ({ statusCode, body }) => (await body.dump(), statusCode),
    ({ message }) => message,
  )
  await dispatcher.close()
  return { grants: grants.join(), outcome }
}

async function main() {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${server.address().port}`
  const seen = {
    'client_credentials': await call(origin, {}),
    'refresh token, access token valid': await call(origin, { refreshToken: 'refresh', accessToken: fresh }),
    'refresh token, access token expired': await call(origin, { refreshToken: 'refresh', accessToken: expired }),
  }
  server.close()
  const known = {
    'client_credentials': { grants: 'client_credentials with secret', outcome: 200 },
    'refresh token, access token valid': { grants: '', outcome: 200 },
    'refresh token, access token expired': {
      grants: 'refresh_token without secret',
      outcome: 'Failed to refresh access token - status code 400 - {"error":"invalid_client"}',
    },
  }

  const same = JSON.stringify(seen) === JSON.stringify(known)
  console.log(same ? 'as described:' : 'changed:', seen)
  process.exit(same ? 0 : 1)
}
main()
EOF
node check.cjs
