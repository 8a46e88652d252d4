#!/usr/bin/env bash
# A sign-in strategy moves the other AWS clients of the application to the region of the user pool.
#
# Software: passport-cognito-oauth2 0.1.1 with aws-sdk 2.1693.0
# Expected: the option region is that of the client for the user pool, which the strategy creates for itself.
# Seen:     it is written into the global configuration of the AWS SDK. A client that is created afterwards without a region
#           goes to the region of the pool, not to that of AWS_REGION, and a second pool moves them once more.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund passport-cognito-oauth2@0.1.1 aws-sdk@2.1693.0
cat > check.cjs <<'EOF'
const AWS = require('aws-sdk')
const CognitoStrategy = require('passport-cognito-oauth2')

const hostOfQueues = () => new AWS.SQS().endpoint.hostname
const strategy = (region) =>
  new CognitoStrategy(
    {
      ...{ clientDomain: `https://example.auth.${region}.amazoncognito.com`, region },
      ...{ clientID: 'exampleclientid', clientSecret: 'a secret', callbackURL: 'https://example.com/callback' },
    },
    () => undefined,
  )
const seen = { before: hostOfQueues() }
strategy('eu-central-1')
seen.after = hostOfQueues()
strategy('ap-southeast-2')
seen.afterTheSecond = hostOfQueues()
const known = {
  before: 'sqs.us-west-2.amazonaws.com',
  after: 'sqs.eu-central-1.amazonaws.com',
  afterTheSecond: 'sqs.ap-southeast-2.amazonaws.com',
}

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
env -u AWS_DEFAULT_REGION -u AMAZON_REGION AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE=1 AWS_REGION=us-west-2 node --no-warnings check.cjs
