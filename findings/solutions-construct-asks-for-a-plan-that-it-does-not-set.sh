#!/usr/bin/env bash
# A construct of AWS for "Cognito in front of an API" cannot be deployed with its defaults: its pool asks for a feature of another plan.
#
# Software: @aws-solutions-constructs/aws-cognito-apigateway-lambda 2.93.0 with aws-cdk-lib 2.276.0
# Expected: a pool that Cognito creates. Threat protection needs the plan Plus, says the documentation of aws-cdk-lib, and a
#           new pool without a plan has Essentials.
# Seen:     the template has AdvancedSecurityMode ENFORCED and no UserPoolTier, and synthesis goes through. Cognito answers "The
#           following features need to be disabled for the ESSENTIALS pricing tier configured: Threat Protection", and the
#           stack is rolled back. featurePlan PLUS in cognitoUserPoolProps makes it one that fits, at the price of Plus.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund @aws-solutions-constructs/aws-cognito-apigateway-lambda@2.93.0 aws-cdk-lib@2.276.0 constructs@10.6.0
cat > check.cjs <<'EOF'
const { CognitoToApiGatewayToLambda } = require('@aws-solutions-constructs/aws-cognito-apigateway-lambda')
const { App, Stack } = require('aws-cdk-lib')
const { Template } = require('aws-cdk-lib/assertions')
const { FeaturePlan, UserPool } = require('aws-cdk-lib/aws-cognito')
const { Code, Runtime } = require('aws-cdk-lib/aws-lambda')

function poolOf(add) {
  const stack = new Stack(new App({ analyticsReporting: false }), 'Example')
  add(stack)
  const [pool] = Object.values(Template.fromStack(stack).findResources('AWS::Cognito::UserPool'))
  return { plan: pool.Properties.UserPoolTier ?? 'none', threatProtection: pool.Properties.UserPoolAddOns?.AdvancedSecurityMode ?? 'none' }
}

function construct(stack, cognitoUserPoolProps) {
  const api = new CognitoToApiGatewayToLambda(stack, 'Api', {
    cognitoUserPoolProps,
    lambdaFunctionProps: {
      runtime: Runtime.NODEJS_24_X ?? Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: Code.fromInline('exports.handler = async () => ({ statusCode: 204 })'),
    },
  })
  api.addAuthorizers()
}

const seen = {
  'the construct': poolOf((stack) => construct(stack)),
  'the construct with a plan': poolOf((stack) => construct(stack, { featurePlan: FeaturePlan.PLUS })),
  'a pool of aws-cdk-lib': poolOf((stack) => new UserPool(stack, 'Pool')),
}
const known = {
  'the construct': { plan: 'none', threatProtection: 'ENFORCED' },
  'the construct with a plan': { plan: 'PLUS', threatProtection: 'ENFORCED' },
  'a pool of aws-cdk-lib': { plan: 'none', threatProtection: 'none' },
}

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
TMPDIR="$folder" JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION=1 node --no-warnings check.cjs 2> warnings || { cat warnings; exit 1; }
