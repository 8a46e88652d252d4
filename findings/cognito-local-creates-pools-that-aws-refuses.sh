#!/usr/bin/env bash
# A pool that requires MFA and has no way to ask for it is created, so that a set-up works locally and fails on AWS.
#
# Software: cognito-local 5.3.0
# Expected: InvalidParameterException: SMS configuration and Auto verification for phone_number are required
#           when MFA is required/optional (aws-cdk#12075).
# Seen:     status 200 and a pool whose MfaConfiguration is ON; token validities of 48 hours and mixed
#           legacy and ALLOW_ flows of an app client are taken as well.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
cd "$folder"
npm install --silent --no-audit --no-fund cognito-local@5.3.0
PORT=19229 node node_modules/cognito-local/lib/bin/start.js >/dev/null 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null; rm -rf "$folder"' EXIT
cat > check.mjs <<'EOF'
const call = async (operation, input) => {
  const answer = await fetch('http://127.0.0.1:19229', {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-amz-json-1.1',
      'X-Amz-Target': `AWSCognitoIdentityProviderService.${operation}`,
    },
    body: JSON.stringify(input),
  })
  return { status: answer.status, ...(await answer.json()) }
}
for (let attempt = 0; attempt < 100; attempt += 1) {
  if (await fetch('http://127.0.0.1:19229/health').catch(() => undefined)) break
  await new Promise((resolve) => setTimeout(resolve, 100))
}
const pool = await call('CreateUserPool', { PoolName: 'p', MfaConfiguration: 'ON' })
const UserPoolId = pool.UserPool?.Id
const client = await call('CreateUserPoolClient', {
  UserPoolId,
  ClientName: 'c',
  AccessTokenValidity: 48,
  TokenValidityUnits: { AccessToken: 'hours' },
  ExplicitAuthFlows: ['ADMIN_NO_SRP_AUTH', 'ALLOW_USER_SRP_AUTH'],
})
const seen = [pool.status, pool.UserPool?.MfaConfiguration, client.status]
const same = JSON.stringify(seen) === JSON.stringify([200, 'ON', 200])
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node --no-warnings check.mjs
