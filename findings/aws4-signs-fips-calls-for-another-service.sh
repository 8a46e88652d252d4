#!/usr/bin/env bash
# Calls of administrators are signed wrongly as soon as they go to a FIPS endpoint.
#
# Software: aws4 1.13.2, against @aws-sdk/client-cognito-identity-provider 3.1169.0 and aws4fetch 1.0.20
# Expected: the signature is for the service cognito-idp, at each endpoint of it.
# Seen:     aws4 takes the service from the host name, and signs for "cognito-idp-fips". AWS answers "Credential should be
#           scoped to correct service". With service: 'cognito-idp' it signs as the AWS SDK does.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --legacy-peer-deps @aws-sdk/client-cognito-identity-provider@3.1169.0 aws4@1.13.2 aws4fetch@1.0.20
cat > check.mjs <<'EOF'
import { AdminGetUserCommand, CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import aws4 from 'aws4'
import { AwsV4Signer } from 'aws4fetch'

const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'a secret key' }
const scope = (authorization) => authorization.match(/Credential=AKIDEXAMPLE\/\d{8}\/([^,]+)/)[1]
const headers = {
  'Content-Type': 'application/x-amz-json-1.1',
  'X-Amz-Target': 'AWSCognitoIdentityProviderService.AdminGetUser',
}
const body = JSON.stringify({ UserPoolId: 'us-east-1_AbCdEf123', Username: 'ana' })

/** The scope that the AWS SDK signs a call with, and its host: nothing is sent. */
async function bySdk(useFipsEndpoint) {
  const client = new CognitoIdentityProviderClient({ region: 'us-east-1', credentials, useFipsEndpoint })
  let request
  const stop = () => async (args) => {
    request = args.request
    throw new Error('stopped')
  }
  client.middlewareStack.add(stop, { step: 'finalizeRequest', priority: 'low' })
  await client.send(new AdminGetUserCommand(JSON.parse(body))).catch(() => undefined)
  return [request.hostname, scope(request.headers.authorization)]
}

const seen = {}
for (const useFips of [false, true]) {
  const [host, sdk] = await bySdk(useFips)
  const signer = new AwsV4Signer({ ...credentials, url: `https://${host}/`, method: 'POST', headers, body })
  const request = { host, method: 'POST', path: '/', headers, body }
  seen[host] = {
    sdk,
    aws4fetch: scope((await signer.sign()).headers.get('authorization')),
    aws4: scope(aws4.sign({ ...request }, credentials).headers.Authorization),
    'aws4 with service': scope(aws4.sign({ ...request, service: 'cognito-idp' }, credentials).headers.Authorization),
  }
}
const right = 'us-east-1/cognito-idp/aws4_request'
const known = {
  'cognito-idp.us-east-1.amazonaws.com': { sdk: right, aws4fetch: right, aws4: right, 'aws4 with service': right },
  'cognito-idp-fips.us-east-1.amazonaws.com': {
    ...{ sdk: right, aws4fetch: right },
    aws4: 'us-east-1/cognito-idp-fips/aws4_request',
    'aws4 with service': right,
  },
}

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
env -u AWS_ENDPOINT_URL -u AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER AWS_CONFIG_FILE=/dev/null AWS_SHARED_CREDENTIALS_FILE=/dev/null node --no-warnings check.mjs
