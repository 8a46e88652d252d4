#!/usr/bin/env bash
# Users who sign in with their email address are asked for MFA on a remembered device, those who type their user name are not.
#
# Software: aws-amplify 6.22.1, USER_PASSWORD_AUTH
# Expected: the second sign-in presents the device that the first one confirmed, whatever the user typed.
# Seen:     after an MFA challenge the device is stored under the USER_ID_FOR_SRP of that challenge, and looked up under
#           the typed name. With an alias, InitiateAuth has no DEVICE_KEY, and every sign-in confirms one more device.
#           Without MFA in the first sign-in, the typed name is used for both.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --legacy-peer-deps aws-amplify@6.22.1
cat > check.mjs <<'EOF'
import { createServer } from 'node:http'

/** Answers each call with what `answer` returns for its operation and body, and keeps the calls. */
async function scripted(answer) {
  const calls = []
  const server = createServer(async (request, response) => {
    const operation = request.headers['x-amz-target']?.split('.')[1]
    const call = { operation, body: JSON.parse(Buffer.concat(await request.toArray()) || '{}') }
    calls.push(call)
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(answer(call)))
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { calls, url: `http://127.0.0.1:${server.address().port}` }
}

const userId = '22222222-aaaa-4bbb-8ccc-333333333333'
const now = Math.floor(Date.now() / 1000)
const jwt = (claims) =>
  [{ alg: 'RS256', kid: 'key' }, { iat: now, exp: now + 3600, sub: userId, ...claims }]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .concat('c2lnbmF0dXJl')
    .join('.')
const tokens = (others) => ({
  ChallengeParameters: {},
  AuthenticationResult: {
    AccessToken: jwt({ token_use: 'access', client_id: 'client', username: userId }),
    IdToken: jwt({ token_use: 'id', aud: 'client', 'cognito:username': userId }),
    RefreshToken: 'refresh',
    ExpiresIn: 3600,
    TokenType: 'Bearer',
    ...others,
  },
})

import { Amplify } from 'aws-amplify'
import { confirmSignIn, signIn, signOut } from 'aws-amplify/auth'
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito'

// Amplify names a device after the browser.
Object.defineProperty(globalThis, 'navigator', { value: { userAgent: 'Mozilla/5.0' }, configurable: true })
const NewDeviceMetadata = { DeviceKey: 'eu-west-1_11111111-2222-4333-8444-555555555555', DeviceGroupKey: '-group' }
const ChallengeParameters = { USER_ID_FOR_SRP: userId }
const challenge = { ChallengeName: 'SOFTWARE_TOKEN_MFA', Session: 'a'.repeat(32), ChallengeParameters }

async function secondSignIn(username, asksForMfa) {
  const pool = await scripted(({ operation, body }) => {
    if (operation === 'RespondToAuthChallenge') return tokens({ NewDeviceMetadata })
    if (operation !== 'InitiateAuth') return {}
    if (body.AuthParameters.DEVICE_KEY) return tokens({})
    return asksForMfa ? challenge : tokens({ NewDeviceMetadata })
  })
  const Cognito = { userPoolId: 'eu-west-1_AbCdEf123', userPoolClientId: 'client', userPoolEndpoint: pool.url }
  Amplify.configure({ Auth: { Cognito } })
  const storage = new Map()
  cognitoUserPoolsTokenProvider.setKeyValueStorage({
    getItem: async (key) => storage.get(key) ?? null,
    setItem: async (key, value) => void storage.set(key, value),
    removeItem: async (key) => void storage.delete(key),
    clear: async () => storage.clear(),
  })
  for (let time = 1; time <= 2; time += 1) {
    const options = { authFlowType: 'USER_PASSWORD_AUTH' }
    const { isSignedIn } = await signIn({ username, password: 'a password', options })
    if (!isSignedIn) await confirmSignIn({ challengeResponse: '123456' })
    await signOut()
  }
  const second = pool.calls.filter(({ operation }) => operation === 'InitiateAuth')[1]
  return {
    presentsTheDevice: second.body.AuthParameters.DEVICE_KEY === NewDeviceMetadata.DeviceKey,
    confirmed: pool.calls.filter(({ operation }) => operation === 'ConfirmDevice').length,
  }
}

const seen = {
  'user name, MFA': await secondSignIn(userId, true),
  'email address, MFA': await secondSignIn('ana@example.com', true),
  'email address, no MFA': await secondSignIn('ana@example.com', false),
}
const known = {
  'user name, MFA': { presentsTheDevice: true, confirmed: 1 },
  'email address, MFA': { presentsTheDevice: false, confirmed: 2 },
  'email address, no MFA': { presentsTheDevice: true, confirmed: 1 },
}

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node --no-warnings check.mjs
