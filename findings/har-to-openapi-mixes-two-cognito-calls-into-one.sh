#!/usr/bin/env bash
# The API description made of a recorded sign-in has one call: InitiateAuth with the body of RespondToAuthChallenge.
#
# Software: har-to-openapi 3.0.1
# Expected: what a HAR of two calls becomes holds both values of X-Amz-Target, by which Cognito tells the calls to its
#           one path apart, or its example is one of the calls that were made.
# Seen:     the first call's X-Amz-Target is the default and the example of the header, and there is no trace of the
#           second one; the example of the body is the last call's. Members of both bodies are one schema. The call
#           that the description shows was never made, and Cognito refuses it.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund har-to-openapi@3.0.1
cat > check.mjs <<'EOF'
import { generateSpec } from 'har-to-openapi'

const type = 'application/x-amz-json-1.1'
const entry = (operation, sent, received) => ({
  startedDateTime: '2026-11-29T00:00:00.000Z',
  time: 1,
  request: {
    method: 'POST',
    url: 'https://cognito-idp.eu-west-1.amazonaws.com/',
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: [
      { name: 'content-type', value: type },
      { name: 'x-amz-target', value: `AWSCognitoIdentityProviderService.${operation}` },
    ],
    queryString: [],
    postData: { mimeType: type, text: JSON.stringify(sent) },
    headersSize: -1,
    bodySize: -1,
  },
  response: {
    status: 200,
    statusText: 'OK',
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: [{ name: 'content-type', value: type }],
    content: { size: -1, mimeType: type, text: JSON.stringify(received) },
    redirectURL: '',
    headersSize: -1,
    bodySize: -1,
  },
  cache: {},
  timings: { send: 0, wait: 1, receive: 0 },
})
const entries = [
  entry(
    'InitiateAuth',
    { AuthFlow: 'USER_AUTH', ClientId: 'client', AuthParameters: { USERNAME: 'ana' } },
    { ChallengeName: 'SMS_OTP', Session: 'session', ChallengeParameters: {} },
  ),
  entry(
    'RespondToAuthChallenge',
    { ChallengeName: 'SMS_OTP', ClientId: 'client', Session: 'session', ChallengeResponses: { USERNAME: 'ana' } },
    { AuthenticationResult: { AccessToken: 'token' }, ChallengeParameters: {} },
  ),
]
const log = { version: '1.2', creator: { name: 'recorder', version: '1' }, entries }
const { spec } = await generateSpec({ log })
const { post } = spec.paths['/']
const target = post.parameters.find(({ name }) => name === 'x-amz-target').schema
const { example, schema } = post.requestBody.content[type]
const seen = {
  calls: Object.values(spec.paths).flatMap((path) => Object.keys(path).filter((key) => key === 'post')).length,
  target: target.example.split('.').at(-1),
  namesTheSecondCall: JSON.stringify(spec).includes('RespondToAuthChallenge'),
  exampleOfBody: Object.keys(example).sort().join(),
  members: Object.keys(schema.properties).sort().join(),
}
const known = {
  calls: 1,
  target: 'InitiateAuth',
  namesTheSecondCall: false,
  exampleOfBody: 'ChallengeName,ChallengeResponses,ClientId,Session',
  members: 'AuthFlow,AuthParameters,ChallengeName,ChallengeResponses,ClientId,Session',
}

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node --no-warnings check.mjs
