#!/usr/bin/env bash
# Each wrong password raises the fault rate of Cognito in X-Ray, as if the service had been down.
#
# Software: aws-xray-sdk-core 3.12.0 with @aws-sdk/client-cognito-identity-provider 3.1169.0
# Expected: "error" is for answers of 400 to 499 and "fault" for those of 500 and more, says the format of X-Ray's segments;
#           NotAuthorizedException has status 400. The SDK's capture of plain HTTP calls keeps to it.
# Seen:     the subsegment of a captured AWS client has error and fault, beside the right status. Alarms and filters on
#           fault fire at wrong passwords and codes, and do not tell them from an outage (fault alone).
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund aws-xray-sdk-core@3.12.0 @aws-sdk/client-cognito-identity-provider@3.1169.0
cat > check.cjs <<'EOF'
const http = require('node:http')
const { CognitoIdentityProviderClient, InitiateAuthCommand } = require('@aws-sdk/client-cognito-identity-provider')
const xray = require('aws-xray-sdk-core')

const input = { AuthFlow: 'USER_PASSWORD_AUTH', ClientId: 'exampleclientid', AuthParameters: { USERNAME: 'ann', PASSWORD: 'example' } }
let answer
const server = http.createServer((request, response) => {
  request.resume()
  request.on('end', () => {
    response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.1' })
    response.end(JSON.stringify(answer.body))
  })
})

async function recorded(call) {
  const segment = new xray.Segment('example')
  await xray.getNamespace().runPromise(async () => {
    xray.setSegment(segment)
    await call().catch(() => undefined)
  })
  const [{ error, fault, http: exchange }] = segment.subsegments
  return { status: exchange.response.status, error: error === true, fault: fault === true }
}

async function main() {
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const endpoint = `http://127.0.0.1:${server.address().port}`
  const client = xray.captureAWSv3Client(new CognitoIdentityProviderClient({ endpoint, region: 'eu-west-1', maxAttempts: 1 }))
  const captured = xray.captureHTTPs(http, true)
  const calls = {
    'AWS client': () => client.send(new InitiateAuthCommand(input)),
    'plain HTTP': () =>
      new Promise((resolve, reject) => {
        const request = captured.request(endpoint, { method: 'POST' }, (response) => response.resume().on('end', resolve))
        request.on('error', reject)
        request.end('{}')
      }),
  }
  const answers = {
    success: { status: 200, body: { AuthenticationResult: { TokenType: 'Bearer' } } },
    'wrong password': { status: 400, body: { __type: 'NotAuthorizedException', message: 'Incorrect username or password.' } },
    outage: { status: 500, body: { __type: 'InternalErrorException', message: 'Example' } },
  }
  const seen = {}
  for (const [caller, call] of Object.entries(calls)) {
    seen[caller] = {}
    for (const name of Object.keys(answers)) {
      answer = answers[name]
      seen[caller][name] = await recorded(call)
    }
  }
  server.close()
  const success = { status: 200, error: false, fault: false }
  const outage = { status: 500, error: false, fault: true }
  const known = {
    'AWS client': { success, 'wrong password': { status: 400, error: true, fault: true }, outage },
    'plain HTTP': { success, 'wrong password': { status: 400, error: true, fault: false }, outage },
  }

  const same = JSON.stringify(seen) === JSON.stringify(known)
  console.log(same ? 'as described:' : 'changed:', seen)
  process.exit(same ? 0 : 1)
}
void main()
EOF
node --no-warnings check.cjs
