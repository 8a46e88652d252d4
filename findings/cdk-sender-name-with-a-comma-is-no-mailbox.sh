#!/usr/bin/env bash
# "Acme, Inc." as the sender of a pool's messages makes its address unreadable; "Acme (Inc.)" does not.
#
# Software: aws-cdk-lib 2.276.0, UserPoolEmail.withSES with fromName, read with email-addresses 5.0.0 (RFC 5322)
# Expected: From is one mailbox with that name: a name with a comma stands between quotation marks. The construct does so with
#           parentheses, and encodes letters beyond ASCII.
# Seen:     Acme, Inc. is put in as it is. A comma separates the addresses of a list, so that From is no mailbox: its first
#           part, Acme, is no address. Synthesis goes through; Cognito or SES meets it. The marks written into fromName
#           are the way round it.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund aws-cdk-lib@2.276.0 email-addresses@5.0.0
cat > check.cjs <<'EOF'
const { App, Stack } = require('aws-cdk-lib')
const { Template } = require('aws-cdk-lib/assertions')
const { UserPool, UserPoolEmail } = require('aws-cdk-lib/aws-cognito')
const { parseOneAddress } = require('email-addresses')

function sender(fromName) {
  const stack = new Stack(new App(), 'Stack', { env: { account: '111111111111', region: 'eu-west-1' } })
  const email = UserPoolEmail.withSES({ fromEmail: 'no-reply@acme.example', fromName, sesRegion: 'eu-west-1' })
  new UserPool(stack, 'Pool', { email })
  const [pool] = Object.values(Template.fromStack(stack).findResources('AWS::Cognito::UserPool'))
  const from = pool.Properties.EmailConfiguration.From
  return { from, 'is a mailbox': parseOneAddress(from)?.address === 'no-reply@acme.example' }
}

const address = '<no-reply@acme.example>'
const seen = {
  parentheses: sender('Acme (Inc.)'),
  comma: sender('Acme, Inc.'),
  'comma between quotation marks': sender('"Acme, Inc."'),
}
const known = {
  parentheses: { from: `"Acme (Inc.)" ${address}`, 'is a mailbox': true },
  comma: { from: `Acme, Inc. ${address}`, 'is a mailbox': false },
  'comma between quotation marks': { from: `"Acme, Inc." ${address}`, 'is a mailbox': true },
}

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node check.cjs
