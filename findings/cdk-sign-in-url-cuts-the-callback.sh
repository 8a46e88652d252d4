#!/usr/bin/env bash
# Managed login says that the callback URL is wrong, though the app client has the very URL.
#
# Software: aws-cdk-lib 2.276.0
# Expected: UserPoolDomain.signInUrl() encodes redirectUri: https://app.example/back?tenant=a&lang=de arrives as one value.
# Seen:     it is put in as it is, so that redirect_uri ends at the ampersand, and lang is a parameter of the login page.
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

const redirectUri = 'https://app.example/back?tenant=a&lang=de'
const stack = new Stack(new App(), 'stack')
const pool = new UserPool(stack, 'pool')
const client = pool.addClient('client', { oAuth: { callbackUrls: [redirectUri] } })
const domain = pool.addDomain('domain', { cognitoDomain: { domainPrefix: 'example' } })
const parts = stack.resolve(domain.signInUrl(client, { redirectUri }))['Fn::Join'][1]
const url = new URL(parts.map((part) => (typeof part === 'string' ? part : 'x')).join(''))
const [properties] = Object.values(Template.fromStack(stack).findResources('AWS::Cognito::UserPoolClient'))
const seen = {
  'of the client': properties.Properties.CallbackURLs,
  redirect_uri: url.searchParams.get('redirect_uri'),
  lang: url.searchParams.get('lang'),
}
const known = { 'of the client': [redirectUri], redirect_uri: 'https://app.example/back?tenant=a', lang: 'de' }

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node --no-warnings check.mjs
