#!/usr/bin/env bash
# One throttled call, or a moment without network, between two pages of an admin interface: the user is at the login page.
#
# Software: ra-auth-cognito 1.1.0 with react-admin 4.16.20 and amazon-cognito-identity-js 6.3.21
# Expected: checkAuth() asks whether somebody is signed in. With tokens that are good for an hour it resolves, as
#           getPermissions() answers from the same tokens without a call.
# Seen:     it calls GetUser at each change of page, although it uses nothing of the answer, and is rejected with whatever
#           goes wrong: throttling, a network error, an access token without the scope for GetUser. A rejection of checkAuth
#           means to react-admin that nobody is signed in: it calls logout(), which deletes the tokens.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund ra-auth-cognito@1.1.0 amazon-cognito-identity-js@6.3.21 react-admin@4.16.20 react@18.3.1 react-dom@18.3.1 qrcode.react@3.2.0
cat > check.cjs <<'EOF'
const { createServer } = require('node:http')
const {
  CognitoAccessToken,
  CognitoIdToken,
  CognitoRefreshToken,
  CognitoUser,
  CognitoUserPool,
  CognitoUserSession,
} = require('amazon-cognito-identity-js')
const { CognitoAuthProvider } = require('ra-auth-cognito')

const now = Math.floor(Date.now() / 1000)
const base64url = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
const jwt = (claims) => `${base64url({ alg: 'RS256' })}.${base64url({ iat: now, exp: now + 3600, ...claims })}.c2ln`

const refusal = (name, message) => ({ status: 400, body: { __type: name, message } })
const answers = {
  success: { status: 200, body: { Username: 'ann', UserAttributes: [] } },
  throttled: refusal('TooManyRequestsException', 'Rate exceeded'),
  'without the scope': refusal('NotAuthorizedException', 'Access Token does not have required scopes'),
  'no answer': undefined,
}
let answer
let calls = []
const server = createServer((request, response) => {
  request.resume()
  request.on('end', () => {
    calls.push(request.headers['x-amz-target'].split('.')[1])
    if (answer === undefined) return request.socket.destroy()
    response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.1' })
    response.end(JSON.stringify(answer.body))
  })
})

async function counted(promise) {
  calls = []
  const outcome = await promise().then(() => 'signed in', (error) => `rejected: ${error.message}`)
  return { outcome, calls }
}

async function main() {
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const pool = new CognitoUserPool({
    UserPoolId: 'eu-west-1_AbCdEf123',
    ClientId: 'exampleclientid',
    endpoint: `http://127.0.0.1:${server.address().port}/`,
  })
  new CognitoUser({ Username: 'ann', Pool: pool }).setSignInUserSession(
    new CognitoUserSession({
      IdToken: new CognitoIdToken({ IdToken: jwt({ token_use: 'id' }) }),
      AccessToken: new CognitoAccessToken({ AccessToken: jwt({ token_use: 'access', username: 'ann' }) }),
      RefreshToken: new CognitoRefreshToken({ RefreshToken: 'example' }),
    }),
  )
  const provider = CognitoAuthProvider(pool)
  const seen = {}
  for (const name of Object.keys(answers)) {
    answer = answers[name]
    seen[name] = { checkAuth: await counted(() => provider.checkAuth({})), getPermissions: await counted(() => provider.getPermissions({})) }
  }
  server.close()
  server.closeAllConnections()
  const getPermissions = { outcome: 'signed in', calls: [] }
  const known = Object.fromEntries(
    [
      ['success', 'signed in'],
      ['throttled', 'rejected: Rate exceeded'],
      ['without the scope', 'rejected: Access Token does not have required scopes'],
      ['no answer', 'rejected: Network error'],
    ].map(([name, outcome]) => [name, { checkAuth: { outcome, calls: ['GetUser'] }, getPermissions }]),
  )

  const same = JSON.stringify(seen) === JSON.stringify(known)
  console.log(same ? 'as described:' : 'changed:', JSON.stringify(seen, undefined, 2))
  process.exit(same ? 0 : 1)
}
void main()
EOF
node --no-warnings check.cjs
