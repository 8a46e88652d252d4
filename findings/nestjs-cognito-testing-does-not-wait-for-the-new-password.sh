#!/usr/bin/env bash
# The first test run with a user whom an administrator created gets an empty answer with status 201; the second run works.
#
# Software: @nestjs-cognito/testing 1.1.4 with @nestjs/common 10.4.9 and @aws-sdk/client-cognito-identity-provider 3.699.0
#           (Cognito is played by a server here that takes 200 ms for a RespondToAuthChallenge)
# Expected: POST /cognito-testing-login answers NEW_PASSWORD_REQUIRED, for which it has code, and responds with tokens.
# Seen:     it sends the answer and does not wait for it: the sign-in is sent again before the password is set, meets the same
#           challenge and is given up, so the response is empty. The tokens of the answer are dropped. A moment later
#           the password is set, and the same request gets tokens.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund @nestjs-cognito/testing@1.1.4 @nestjs-cognito/core@1.3.2 @nestjs/common@10.4.9 @nestjs/core@10.4.9 @nestjs/platform-express@10.4.9 reflect-metadata@0.2.2 rxjs@7.8.2 aws-jwt-verify@4.0.1 @aws-sdk/client-cognito-identity-provider@3.699.0
cat > check.cjs <<'EOF'
require('reflect-metadata')
const { createServer } = require('node:http')
const { setTimeout: wait } = require('node:timers/promises')
const { CognitoTestingModule } = require('@nestjs-cognito/testing')
const { NestFactory } = require('@nestjs/core')

const tokens = { AccessToken: 'example', IdToken: 'example', RefreshToken: 'example', ExpiresIn: 3600, TokenType: 'Bearer' }

async function signInTwice(newUser) {
  const calls = []
  let temporary = newUser
  const answer = async (operation) => {
    if (operation === 'RespondToAuthChallenge') {
      await wait(200)
      temporary = false
    }
    return temporary
      ? { ChallengeName: 'NEW_PASSWORD_REQUIRED', ChallengeParameters: { USER_ID_FOR_SRP: 'ann', requiredAttributes: '[]', userAttributes: '{}' }, Session: 's'.repeat(1200) }
      : { AuthenticationResult: tokens, ChallengeParameters: {} }
  }
  const server = createServer((request, response) => {
    request.resume()
    request.on('end', async () => {
      const operation = request.headers['x-amz-target'].split('.')[1]
      calls.push(operation)
      const body = await answer(operation)
      response.setHeader('content-type', 'application/x-amz-json-1.1')
      response.end(JSON.stringify(body))
    })
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const identityProvider = {
    endpoint: `http://127.0.0.1:${server.address().port}`,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'example', secretAccessKey: 'example' },
  }
  const application = await NestFactory.create(CognitoTestingModule.register({ identityProvider }), { logger: false })
  await application.listen(0, '127.0.0.1')
  const outcome = async () => {
    const response = await fetch(`${await application.getUrl()}/cognito-testing-login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'ann', password: 'example', clientId: 'exampleclientid' }),
    })
    const body = await response.text()
    return `${response.status}, ${body === '' ? 'empty' : `${Object.keys(JSON.parse(body)).length} members`}`
  }
  const first = await outcome()
  const before = calls.sort().join()
  await wait(500)
  const second = await outcome()
  await application.close()
  server.close()
  server.closeAllConnections()
  return { first, calls: before, second }
}

async function main() {
  const seen = { 'a user with a password': await signInTwice(false), 'a new user': await signInTwice(true) }
  const known = {
    'a user with a password': { first: '201, 5 members', calls: 'InitiateAuth', second: '201, 5 members' },
    'a new user': {
      first: '201, empty',
      calls: 'InitiateAuth,InitiateAuth,RespondToAuthChallenge',
      second: '201, 5 members',
    },
  }

  const same = JSON.stringify(seen) === JSON.stringify(known)
  console.log(same ? 'as described:' : 'changed:', seen)
  process.exit(same ? 0 : 1)
}
void main()
EOF
node --no-warnings check.cjs
