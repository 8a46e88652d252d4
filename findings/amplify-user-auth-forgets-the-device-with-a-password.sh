#!/usr/bin/env bash
# In USER_AUTH with PASSWORD, a remembered device is asked for MFA at every sign-in.
#
# Software: aws-amplify 6.22.1
# Expected: the second sign-in presents the device that the first one confirmed, as USER_PASSWORD_AUTH does.
# Seen:     InitiateAuth has no DEVICE_KEY when PASSWORD is the preferred challenge, so that every sign-in confirms one more device.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --legacy-peer-deps aws-amplify@6.22.1
cat > check.mjs <<'EOF'
import { createServer } from 'node:http'

/** Answers each call with what `answer` returns for its operation and body: [status, body], or nothing to break the connection. */
async function scripted(answer) {
  const calls = []
  const server = createServer(async (request, response) => {
    const target = request.headers['x-amz-target']?.split('.')[1]
    const call = { operation: target, body: JSON.parse(Buffer.concat(await request.toArray()) || '{}') }
    calls.push(call)
    const [status, body] = answer(call, calls) ?? []
    if (status === undefined) return request.socket.destroy()
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body))
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { calls, url: `http://127.0.0.1:${server.address().port}` }
}

const now = Math.floor(Date.now() / 1000)
const jwt = (claims) =>
  [{ alg: 'RS256', kid: 'key' }, { iat: now, exp: now + 3600, sub: 'sub', ...claims }]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .concat('c2lnbmF0dXJl')
    .join('.')
const tokens = (others) => ({
  ChallengeParameters: {},
  AuthenticationResult: {
    AccessToken: jwt({ token_use: 'access', client_id: 'client', username: 'ana' }),
    IdToken: jwt({ token_use: 'id', aud: 'client', 'cognito:username': 'ana' }),
    ExpiresIn: 3600,
    TokenType: 'Bearer',
    ...others,
  },
})

import { Amplify } from 'aws-amplify'
import { signIn, signOut } from 'aws-amplify/auth'
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito'

// Amplify names a device after the browser.
Object.defineProperty(globalThis, 'navigator', { value: { userAgent: 'Mozilla/5.0' }, configurable: true })
const NewDeviceMetadata = { DeviceKey: 'eu-west-1_11111111-2222-4333-8444-555555555555', DeviceGroupKey: '-group' }

const seen = {}
for (const options of [
  { authFlowType: 'USER_PASSWORD_AUTH' },
  { authFlowType: 'USER_AUTH', preferredChallenge: 'PASSWORD' },
]) {
  const pool = await scripted(({ operation, body }) => {
    if (operation !== 'InitiateAuth') return [200, {}]
    const isKnown = body.AuthParameters.DEVICE_KEY !== undefined
    return [200, tokens({ RefreshToken: 'refresh', ...(!isKnown && { NewDeviceMetadata }) })]
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
    await signIn({ username: 'ana', password: 'a password', options })
    await signOut()
  }
  const second = pool.calls.filter(({ operation }) => operation === 'InitiateAuth')[1]
  seen[options.authFlowType] = {
    presentsTheDevice: second.body.AuthParameters.DEVICE_KEY === NewDeviceMetadata.DeviceKey,
    confirmed: pool.calls.filter(({ operation }) => operation === 'ConfirmDevice').length,
  }
}
const known = {
  USER_PASSWORD_AUTH: { presentsTheDevice: true, confirmed: 1 },
  USER_AUTH: { presentsTheDevice: false, confirmed: 2 },
}

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node --no-warnings check.mjs
