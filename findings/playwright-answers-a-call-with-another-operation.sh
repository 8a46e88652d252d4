#!/usr/bin/env bash
# A test that replays a recorded sign-in gets the answer of GetUser to AssociateSoftwareToken, with status 200.
# All calls to Cognito are POST to the same URL, and those with an access token alone have the same body as well.
#
# Software: playwright-core 1.65.1, routeFromHAR, with the Chromium of @sparticuz/chromium 147.0.0 (Linux, x64)
# Expected: with notFound "abort", a call whose X-Amz-Target is not in the HAR is aborted, as one with another body is.
# Seen:     of the entries with the same URL, method and body the one with most equal headers is the answer, also when
#           X-Amz-Target is the one that differs. AssociateSoftwareToken has no SecretCode then, GlobalSignOut is a
#           success, and nothing says that the call was never recorded. Calls that are in the HAR are told apart.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund playwright-core@1.65.1 @sparticuz/chromium@147.0.0
cat > check.mjs <<'EOF'
import { writeFileSync } from 'node:fs'
import chromium from '@sparticuz/chromium'
import { chromium as browsers } from 'playwright-core'

const url = 'https://cognito-idp.eu-west-1.amazonaws.com/'
const json = 'application/x-amz-json-1.1'
const target = (operation) => `AWSCognitoIdentityProviderService.${operation}`
const common = { httpVersion: 'HTTP/1.1', cookies: [], headersSize: -1, bodySize: -1 }
const entry = (operation, sent, received) => ({
  startedDateTime: '2026-11-29T00:00:00.000Z',
  time: 1,
  request: {
    ...common,
    method: 'POST',
    url,
    headers: [
      { name: 'content-type', value: json },
      { name: 'x-amz-target', value: target(operation) },
    ],
    queryString: [],
    postData: { mimeType: json, text: JSON.stringify(sent), params: [] },
  },
  response: {
    ...common,
    status: 200,
    statusText: 'OK',
    headers: [
      { name: 'content-type', value: json },
      { name: 'access-control-allow-origin', value: '*' },
    ],
    content: { size: -1, mimeType: json, text: JSON.stringify(received) },
    redirectURL: '',
  },
  cache: {},
  timings: { send: 0, wait: 1, receive: 0 },
})
const token = { AccessToken: 'token' }
const entries = [
  entry('GetUser', token, { Username: 'ann', UserAttributes: [] }),
  entry('GetUserAuthFactors', token, { Username: 'ann', ConfiguredUserAuthFactors: ['PASSWORD'] }),
]
writeFileSync('sign-in.har', JSON.stringify({ log: { version: '1.2', creator: { name: 'r', version: '1' }, entries } }))

const browser = await browsers.launch({ executablePath: await chromium.executablePath(), args: chromium.args })
const page = await browser.newPage()
await page.routeFromHAR('sign-in.har', { url: `${url}**`, notFound: 'abort' })
await page.route('https://app.example/', (route) => route.fulfill({ body: '', contentType: 'text/html' }))
await page.goto('https://app.example/')
const call = (operation, body) =>
  page.evaluate(
    ([address, headers, text]) =>
      fetch(address, { method: 'POST', headers, body: text }).then(
        async (response) => `${response.status} ${Object.keys(await response.json()).join()}`,
        () => 'aborted',
      ),
    [url, { 'content-type': json, 'x-amz-target': target(operation) }, JSON.stringify(body)],
  )
const seen = {
  GetUser: await call('GetUser', token),
  GetUserAuthFactors: await call('GetUserAuthFactors', token),
  'GetUser with another body': await call('GetUser', { AccessToken: 'another' }),
  AssociateSoftwareToken: await call('AssociateSoftwareToken', token),
  GlobalSignOut: await call('GlobalSignOut', token),
}
await browser.close()
const known = {
  GetUser: '200 Username,UserAttributes',
  GetUserAuthFactors: '200 Username,ConfiguredUserAuthFactors',
  'GetUser with another body': 'aborted',
  AssociateSoftwareToken: '200 Username,UserAttributes',
  GlobalSignOut: '200 Username,UserAttributes',
}

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
TMPDIR="$folder" node check.mjs
