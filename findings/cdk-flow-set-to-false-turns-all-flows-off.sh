#!/usr/bin/env bash
# A flow that is enabled in development alone leaves the app client of production without any sign-in flow.
#
# Software: aws-cdk-lib 2.276.0
# Expected: authFlows { userPassword: false } is the same as authFlows {}: false is the documented default of each flow.
# Seen:     {} leaves ExplicitAuthFlows out, so that Cognito allows SRP and custom sign-in; { userPassword: false } allows refreshes and nothing else.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --legacy-peer-deps aws-cdk-lib@2.276.0 constructs@10
cat > check.mjs <<'EOF'
import { App, Stack } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { UserPool } from 'aws-cdk-lib/aws-cognito'

function explicitAuthFlows(authFlows) {
  const stack = new Stack(new App(), 'stack')
  new UserPool(stack, 'pool').addClient('client', { authFlows })
  const [client] = Object.values(Template.fromStack(stack).findResources('AWS::Cognito::UserPoolClient'))
  return client.Properties.ExplicitAuthFlows ?? 'left out'
}
const seen = {
  'no flow named': explicitAuthFlows({}),
  'userPassword: true': explicitAuthFlows({ userPassword: true }),
  'userPassword: false': explicitAuthFlows({ userPassword: false }),
}
const known = {
  'no flow named': 'left out',
  'userPassword: true': ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  'userPassword: false': ['ALLOW_REFRESH_TOKEN_AUTH'],
}

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node --no-warnings check.mjs
