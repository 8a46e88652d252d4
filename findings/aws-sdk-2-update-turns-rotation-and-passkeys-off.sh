#!/usr/bin/env bash
# A script that adds a callback URL turns refresh token rotation off; one that adds a trigger takes passkeys from the login page.
#
# Software: aws-sdk 2.1693.0, the last version, against @aws-sdk/client-cognito-identity-provider 3.1169.0 (Cognito is played by
#           a server here)
# Expected: what DescribeUserPoolClient and DescribeUserPool answer is sent back with the one change, as the API reference asks:
#           a setting that an update leaves out gets its default value.
# Seen:     the SDK drops the members that its model lacks, without a word: RefreshTokenRotation of an app client, SignInPolicy and
#           UserPoolTier of a pool. They are not sent back, so that rotation is off, sign-in is by password alone and the
#           pool gets the default plan. Given by hand they are refused with UnexpectedParameter. SDK 3 sends all of them.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund aws-sdk@2.1693.0 @aws-sdk/client-cognito-identity-provider@3.1169.0
cat > check.mjs <<'EOF'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'
import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider'
import sdk2 from 'aws-sdk'

const UserPoolId = 'eu-west-1_AbCdEf123'
const ClientId = 'exampleclientid'
const answers = {
  DescribeUserPoolClient: {
    UserPoolClient: {
      UserPoolId,
      ClientId,
      ClientName: 'web',
      ExplicitAuthFlows: ['ALLOW_USER_AUTH'],
      CallbackURLs: ['https://app.example/'],
      RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 10 },
    },
  },
  DescribeUserPool: {
    UserPool: {
      Policies: { PasswordPolicy: { MinimumLength: 12 }, SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } },
      MfaConfiguration: 'OPTIONAL',
      UserPoolTier: 'PLUS',
    },
  },
}
const sent = {}
const cognito = createServer(async (request, response) => {
  const operation = request.headers['x-amz-target'].split('.')[1]
  sent[operation] = await json(request)
  response.writeHead(200, { 'Content-Type': 'application/x-amz-json-1.1' })
  response.end(JSON.stringify(answers[operation] ?? {}))
}).listen(0, '127.0.0.1')
await once(cognito, 'listening')
const settings = {
  region: 'eu-west-1',
  endpoint: `http://127.0.0.1:${cognito.address().port}`,
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
}

async function change(call) {
  const { UserPoolClient: client } = await call('describeUserPoolClient', { UserPoolId, ClientId })
  await call('updateUserPoolClient', { ...client, CallbackURLs: [...client.CallbackURLs, 'https://new.example/'] })
  const { UserPool: pool } = await call('describeUserPool', { UserPoolId })
  await call('updateUserPool', { ...pool, UserPoolId, LambdaConfig: { PreSignUp: 'arn:aws:lambda:eu-west-1:1:function:f' } })
  const { UpdateUserPoolClient, UpdateUserPool } = sent
  return {
    client: Object.keys(UpdateUserPoolClient).sort().join(),
    pool: [...Object.keys(UpdateUserPool), ...Object.keys(UpdateUserPool.Policies)].sort().join(),
  }
}
const old = new sdk2.CognitoIdentityServiceProvider(settings)
const current = new CognitoIdentityProvider(settings)
const seen = {
  'SDK 2': await change((operation, input) => old[operation](input).promise()),
  'SDK 3': await change((operation, input) => current[operation](input)),
  'SDK 2, rotation given': await old
    .updateUserPoolClient({ UserPoolId, ClientId, RefreshTokenRotation: { Feature: 'ENABLED' } })
    .promise()
    .then(
      () => 'sent',
      ({ code }) => code,
    ),
}
cognito.close()
const known = {
  'SDK 2': {
    client: 'CallbackURLs,ClientId,ClientName,ExplicitAuthFlows,UserPoolId',
    pool: 'LambdaConfig,MfaConfiguration,PasswordPolicy,Policies,UserPoolId',
  },
  'SDK 3': {
    client: 'CallbackURLs,ClientId,ClientName,ExplicitAuthFlows,RefreshTokenRotation,UserPoolId',
    pool: 'LambdaConfig,MfaConfiguration,PasswordPolicy,Policies,SignInPolicy,UserPoolId,UserPoolTier',
  },
  'SDK 2, rotation given': 'UnexpectedParameter',
}

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE=1 node --no-warnings check.mjs
