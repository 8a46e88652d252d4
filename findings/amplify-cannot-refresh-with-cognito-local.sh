#!/usr/bin/env bash
# An Amplify application that is tested against cognito-local has no tokens once the first ones expire.
#
# Software: aws-amplify 6.22.1 with cognito-local 5.3.0
# Expected: Amplify refreshes by InitiateAuth with REFRESH_TOKEN_AUTH, which cognito-local supports.
# Seen:     Amplify always calls GetTokensFromRefreshToken, also without rotation; the emulator does not know it and answers with status 500.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --legacy-peer-deps aws-amplify@6.22.1 cognito-local@5.3.0
cat > check.mjs <<'EOF'
import { fork } from 'node:child_process'
import { createServer } from 'node:net'
import { Amplify } from 'aws-amplify'
import { fetchAuthSession, signIn } from 'aws-amplify/auth'

const port = await new Promise((resolve) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port: free } = probe.address()
    probe.close(() => resolve(free))
  })
})
const emulator = fork('node_modules/cognito-local/lib/bin/start.js', {
  env: { ...process.env, HOST: '127.0.0.1', PORT: String(port) },
  silent: true,
})
process.on('exit', () => emulator.kill())
await new Promise((resolve) => emulator.stdout.on('data', (line) => String(line).includes('running') && resolve()))

const url = `http://127.0.0.1:${port}`
async function call(operation, body) {
  const headers = {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
  }
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  return { status: response.status, ...(await response.json()) }
}
const { UserPool } = await call('CreateUserPool', { PoolName: 'pool' })
const { Id: UserPoolId } = UserPool
const { UserPoolClient } = await call('CreateUserPoolClient', { UserPoolId, ClientName: 'client' })
const { ClientId } = UserPoolClient
const Username = 'ana@example.com'
const Password = 'A-passw0rd'
await call('AdminCreateUser', { UserPoolId, Username, MessageAction: 'SUPPRESS' })
await call('AdminSetUserPassword', { UserPoolId, Username, Password, Permanent: true })

const Cognito = { userPoolId: UserPoolId, userPoolClientId: ClientId, userPoolEndpoint: url }
Amplify.configure({ Auth: { Cognito } })
const options = { authFlowType: 'USER_PASSWORD_AUTH' }
const { isSignedIn } = await signIn({ username: Username, password: Password, options })
const refreshed = await fetchAuthSession({ forceRefresh: true }).then(
  ({ tokens }) => `tokens: ${tokens !== undefined}`,
  ({ message }) => message,
)
const AuthParameters = { USERNAME: Username, PASSWORD: Password }
const { AuthenticationResult } = await call('InitiateAuth', { AuthFlow: 'USER_PASSWORD_AUTH', ClientId, AuthParameters })
const { status } = await call('InitiateAuth', {
  ...{ AuthFlow: 'REFRESH_TOKEN_AUTH', ClientId },
  AuthParameters: { REFRESH_TOKEN: AuthenticationResult.RefreshToken },
})
const seen = { isSignedIn, refreshed, refreshTokenAuth: status }
const known = {
  isSignedIn: true,
  refreshed: 'Cognito Local unsupported feature: Unsupported x-amz-target header "GetTokensFromRefreshToken"',
  refreshTokenAuth: 200,
}

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node --no-warnings check.mjs
