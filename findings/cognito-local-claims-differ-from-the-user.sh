#!/usr/bin/env bash
# An application that reads the id token works locally and not on AWS, or the other way round.
#
# Software: cognito-local 5.3.0
# Expected: the id token has the attributes of the user that the app client may read, with their values: email_verified is
#           false until the address is verified.
# Seen:     email_verified is true for each user that has the attribute, also with the value "false". name, given_name,
#           phone_number and the other standard attributes are missing; email and custom attributes are there.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund cognito-local@5.3.0
cat > check.mjs <<'EOF'
import { fork } from 'node:child_process'
import { createServer } from 'node:net'

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

async function call(operation, body) {
  const headers = {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
  }
  const response = await fetch(`http://127.0.0.1:${port}`, { method: 'POST', headers, body: JSON.stringify(body) })
  return response.json()
}
const { UserPool } = await call('CreateUserPool', { PoolName: 'pool' })
const { Id: UserPoolId } = UserPool
const { UserPoolClient } = await call('CreateUserPoolClient', { UserPoolId, ClientName: 'client' })
const Username = 'ana@example.com'
const Password = 'A-passw0rd'
const attributes = {
  email: 'ana@example.com',
  email_verified: 'false',
  name: 'Ana Example',
  phone_number: '+15555550100',
  phone_number_verified: 'true',
}
const UserAttributes = Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }))
await call('AdminCreateUser', { UserPoolId, Username, UserAttributes, MessageAction: 'SUPPRESS' })
await call('AdminSetUserPassword', { UserPoolId, Username, Password, Permanent: true })
const { AuthenticationResult } = await call('InitiateAuth', {
  AuthFlow: 'USER_PASSWORD_AUTH',
  ClientId: UserPoolClient.ClientId,
  AuthParameters: { USERNAME: Username, PASSWORD: Password },
})

const claims = JSON.parse(Buffer.from(AuthenticationResult.IdToken.split('.')[1], 'base64url'))
const ofUser = await call('GetUser', { AccessToken: AuthenticationResult.AccessToken })
const seen = {
  ofUser: Object.fromEntries(ofUser.UserAttributes.filter(({ Name }) => Name in attributes).map(({ Name, Value }) => [Name, Value])),
  ofToken: Object.fromEntries(Object.entries(claims).filter(([name]) => name in attributes)),
}
const known = { ofUser: attributes, ofToken: { email: 'ana@example.com', email_verified: true } }

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node --no-warnings check.mjs
