#!/usr/bin/env bash
# The QR code of "R&D" or "Acme #1" sets up nothing, or an account of another name; that of "Acme" works.
#
# Software: aws-amplify 6.22.1, read with otpauth 9.4.1 and with the URL class of Node
# Expected: getSetupUri(name) encodes the name, as the form of otpauth URIs demands.
# Seen:     the name is put in as it is. Of R&D a strict reader takes nothing, and another one the issuer R; of Acme #1
#           a reader that knows fragments finds no secret. encodeURIComponent(name) as the argument is the way round it.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --legacy-peer-deps aws-amplify@6.22.1 otpauth@9.4.1
cat > check.mjs <<'EOF'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { Amplify } from 'aws-amplify'
import { signIn } from 'aws-amplify/auth'
import { URI } from 'otpauth'

const answer = JSON.stringify({
  ChallengeName: 'MFA_SETUP',
  ChallengeParameters: { MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA"]' },
  Session: 'a'.repeat(32),
  SecretCode: 'JBSWY3DPEHPK3PXP',
})
const pool = createServer((request, response) => {
  request.resume().on('end', () => response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end(answer))
}).listen(0, '127.0.0.1')
await once(pool, 'listening')
const userPoolEndpoint = `http://127.0.0.1:${pool.address().port}`
Amplify.configure({ Auth: { Cognito: { userPoolId: 'eu-west-1_AbCdEf123', userPoolClientId: 'client', userPoolEndpoint } } })
const options = { authFlowType: 'USER_PASSWORD_AUTH' }
const { nextStep } = await signIn({ username: 'ana', password: 'a password', options })

/** What two readers of QR codes find in the URI for an application of this name. */
function readFrom(name) {
  const uri = nextStep.totpSetupDetails.getSetupUri(name).href
  const { searchParams } = new URL(uri)
  return { otpauth: issuerByOtpauth(uri), url: [searchParams.get('issuer'), searchParams.get('secret')] }
}
function issuerByOtpauth(uri) {
  try {
    return URI.parse(uri).issuer
  } catch (error) {
    return error.message
  }
}
const seen = {
  Acme: readFrom('Acme'),
  'R&D': readFrom('R&D'),
  'R&D, encoded': readFrom(encodeURIComponent('R&D')),
  'Acme #1': readFrom('Acme #1'),
}
const secret = 'JBSWY3DPEHPK3PXP'
const known = {
  Acme: { otpauth: 'Acme', url: ['Acme', secret] },
  'R&D': { otpauth: 'Invalid URI format', url: ['R', secret] },
  'R&D, encoded': { otpauth: 'R&D', url: ['R&D', secret] },
  'Acme #1': { otpauth: 'Acme #1', url: [null, null] },
}

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', JSON.stringify(seen))
process.exit(same ? 0 : 1)
EOF
node --no-warnings check.mjs
