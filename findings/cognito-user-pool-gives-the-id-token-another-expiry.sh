#!/usr/bin/env bash
# An application that waits for idTokenExpiresAt goes on with an id token that expired long ago.
#
# Software: cognito-user-pool 0.2.4 with amazon-cognito-identity-js 6.3.21
# Expected: idTokenExpiresAt is the exp of the id token: its validity is set apart from that of the access token, both from
#           five minutes to a day.
# Seen:     it is the exp of the access token. Here the id token ends after five minutes and is reported to end after an hour;
#           with the validities the other way round, it is reported as expired while it is good. The token itself has the
#           right exp, and identity-js reads it.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund cognito-user-pool@0.2.4 amazon-cognito-identity-js@6.3.21
cat > check.cjs <<'EOF'
const { createServer } = require('node:http')
const { CognitoIdToken } = require('amazon-cognito-identity-js')
const cognitoUserPool = require('cognito-user-pool')

const now = Math.floor(Date.now() / 1000)
const base64url = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
const jwt = (use, minutes) =>
  `${base64url({ alg: 'RS256' })}.${base64url({ sub: 'a', token_use: use, iat: now, exp: now + minutes * 60 })}.c2ln`
const minutesLeft = (time) => (time - now) / 60

async function refresh(validity) {
  const AuthenticationResult = { IdToken: jwt('id', validity.id), AccessToken: jwt('access', validity.access), ExpiresIn: validity.access * 60, TokenType: 'Bearer' }
  const server = createServer((request, response) => {
    request.resume()
    request.on('end', () => {
      response.setHeader('content-type', 'application/x-amz-json-1.1')
      response.end(JSON.stringify({ AuthenticationResult, ChallengeParameters: {} }))
    })
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const pool = cognitoUserPool({
    UserPoolId: 'eu-west-1_AbCdEf123',
    ClientId: 'exampleclientid',
    endpoint: `http://127.0.0.1:${server.address().port}/`,
  })
  const data = await new Promise((resolve, reject) =>
    pool.refreshSession({ username: 'ann', refreshToken: 'example' }, (error, result) => (error ? reject(error) : resolve(result))),
  )
  server.close()
  server.closeAllConnections()
  return {
    accessTokenExpiresAt: minutesLeft(data.accessTokenExpiresAt),
    idTokenExpiresAt: minutesLeft(data.idTokenExpiresAt),
    'by identity-js': minutesLeft(new CognitoIdToken({ IdToken: data.idToken }).getExpiration()),
  }
}

async function main() {
  const seen = {
    'both an hour': await refresh({ id: 60, access: 60 }),
    'id five minutes': await refresh({ id: 5, access: 60 }),
    'access five minutes': await refresh({ id: 60, access: 5 }),
  }
  const known = {
    'both an hour': { accessTokenExpiresAt: 60, idTokenExpiresAt: 60, 'by identity-js': 60 },
    'id five minutes': { accessTokenExpiresAt: 60, idTokenExpiresAt: 60, 'by identity-js': 5 },
    'access five minutes': { accessTokenExpiresAt: 5, idTokenExpiresAt: 5, 'by identity-js': 60 },
  }

  const same = JSON.stringify(seen) === JSON.stringify(known)
  console.log(same ? 'as described:' : 'changed:', seen)
  process.exit(same ? 0 : 1)
}
void main()
EOF
node check.cjs
