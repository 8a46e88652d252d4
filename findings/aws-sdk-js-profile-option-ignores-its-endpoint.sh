#!/usr/bin/env bash
# A client for the local emulator goes to AWS: the profile's region and credentials count, its endpoint does not.
#
# Software: @aws-sdk/client-cognito-identity-provider 3.1169.0
# Expected: the option profile takes the endpoint_url of that profile, and of the services section that it names, as
#           AWS_PROFILE does and as the AWS CLI does with --profile.
# Seen:     the region comes from the profile of the option, the endpoint from that of AWS_PROFILE, or from the profile
#           "default". Without either, a call that was meant for the emulator is addressed to AWS.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --legacy-peer-deps @aws-sdk/client-cognito-identity-provider@3.1169.0
cat > config <<'EOF'
[profile emulator]
region = eu-west-1
services = emulator
[profile direct]
region = eu-central-1
endpoint_url = http://127.0.0.1:9229
[services emulator]
cognito_identity_provider =
  endpoint_url = http://127.0.0.1:9339
EOF
cat > check.mjs <<'EOF'
import { CognitoIdentityProviderClient, InitiateAuthCommand } from '@aws-sdk/client-cognito-identity-provider'

/** The region of a client, and where its call would have gone: nothing is sent. */
async function target(options, environment = {}) {
  delete process.env.AWS_PROFILE
  Object.assign(process.env, environment)
  const client = new CognitoIdentityProviderClient(options)
  let host
  const stopped = new Error('stopped')
  const stop = () => async ({ request }) => {
    host = request.port ? `${request.hostname}:${request.port}` : request.hostname
    throw stopped
  }
  client.middlewareStack.add(stop, { step: 'finalizeRequest', priority: 'low' })
  const call = new InitiateAuthCommand({ AuthFlow: 'USER_PASSWORD_AUTH', ClientId: 'client', AuthParameters: {} })
  await client.send(call).catch((error) => {
    if (error !== stopped) throw error
  })
  return [await client.config.region(), host]
}

const seen = {
  'AWS_PROFILE=emulator': await target({}, { AWS_PROFILE: 'emulator' }),
  'profile: emulator': await target({ profile: 'emulator' }),
  'profile: direct': await target({ profile: 'direct' }),
  'profile: direct, AWS_PROFILE=emulator': await target({ profile: 'direct' }, { AWS_PROFILE: 'emulator' }),
}
const known = {
  'AWS_PROFILE=emulator': ['eu-west-1', '127.0.0.1:9339'],
  'profile: emulator': ['eu-west-1', 'cognito-idp.eu-west-1.amazonaws.com'],
  'profile: direct': ['eu-central-1', 'cognito-idp.eu-central-1.amazonaws.com'],
  'profile: direct, AWS_PROFILE=emulator': ['eu-central-1', '127.0.0.1:9339'],
}

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
env -u AWS_REGION -u AWS_ENDPOINT_URL -u AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER AWS_CONFIG_FILE="$folder/config" AWS_SHARED_CREDENTIALS_FILE=/dev/null node --no-warnings check.mjs
