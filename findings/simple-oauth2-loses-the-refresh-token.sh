#!/usr/bin/env bash
# People are signed out after two hours, though their refresh token is good for thirty days.
#
# Software: simple-oauth2 5.1.0 (the token endpoint is played by a server here, which answers as Cognito's does)
# Expected: a refresh whose answer has no refresh_token, as Cognito's has none without rotation, keeps the one that was sent;
#           the library has a line for that case.
# Seen:     the line reads a member that does not exist. The first refresh works, and its token has no refresh_token: the
#           second one goes out with an empty one and is refused with invalid_request.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund simple-oauth2@5.1.0
cat > check.cjs <<'EOF'
const { once } = require('node:events')
const { createServer } = require('node:http')
const { AuthorizationCode } = require('simple-oauth2')

const sent = []
const isRotating = { now: false }
const endpoint = createServer(async (request, response) => {
  let body = ''
  for await (const chunk of request) body += chunk
  const refreshToken = new URLSearchParams(body).get('refresh_token')
  sent.push(refreshToken)
  const answer = { access_token: 'a', id_token: 'i', expires_in: 3600, token_type: 'Bearer' }
  response.writeHead(refreshToken ? 200 : 400, { 'Content-Type': 'application/json' })
  response.end(JSON.stringify(refreshToken ? { ...answer, ...(isRotating.now && { refresh_token: `r${sent.length}` }) } : { error: 'invalid_request' }))
}).listen(0, '127.0.0.1')

async function twoRefreshes(rotating) {
  isRotating.now = rotating
  sent.length = 0
  const client = new AuthorizationCode({
    client: { id: 'exampleclientid', secret: 'secret' },
    auth: { tokenHost: `http://127.0.0.1:${endpoint.address().port}`, tokenPath: '/oauth2/token' },
  })
  const token = client.createToken({ access_token: 'a', refresh_token: 'r0', expires_in: 3600 })
  const first = await token.refresh()
  const second = await first.refresh().then(() => 'refreshed', (error) => error.data?.payload?.error ?? error.message)
  return { sent: [...sent], second }
}

async function main() {
  await once(endpoint, 'listening')
  const seen = { 'no rotation': await twoRefreshes(false), rotation: await twoRefreshes(true) }
  endpoint.close()
  const known = {
    'no rotation': { sent: ['r0', ''], second: 'invalid_request' },
    rotation: { sent: ['r0', 'r1'], second: 'refreshed' },
  }

  const same = JSON.stringify(seen) === JSON.stringify(known)
  console.log(same ? 'as described:' : 'changed:', seen)
  process.exit(same ? 0 : 1)
}
void main()
EOF
node check.cjs
