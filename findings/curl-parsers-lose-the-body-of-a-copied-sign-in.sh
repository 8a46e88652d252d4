#!/usr/bin/env bash
# A sign-in that DevTools copied as cURL, parsed by libraries for curl commands, loses its body or its password.
# DevTools writes `--data-raw`, and `$'…'` with `\u0021` as soon as the password has an exclamation mark.
#
# Software: parse-curl 0.2.6, curl-to-json 1.0.24, @bany/curl-to-json 1.2.10, @scrape-do/curl-parser 0.3.0
# Expected: a POST whose JSON body has the password Hello!1.
# Seen:     parse-curl and curl-to-json return a GET without a body. @bany/curl-to-json returns a POST with an
#           empty object. @scrape-do/curl-parser keeps the dollar sign in front of the body and the password
#           becomes Hellou00211. None reports an error.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund \
  parse-curl@0.2.6 curl-to-json@1.0.24 @bany/curl-to-json@1.2.10 @scrape-do/curl-parser@0.3.0
cat > check.cjs <<'EOF'
const parseCurl = require('parse-curl')
const curlToJson = require('curl-to-json')
const banyCurlToJson = require('@bany/curl-to-json')
const { parse: scrapeDoParse } = require('@scrape-do/curl-parser')

const body = '{"AuthFlow":"USER_PASSWORD_AUTH","AuthParameters":{"USERNAME":"ada","PASSWORD":"Hello\\u00211"}}'
const command = [
  "curl 'https://cognito-idp.eu-west-1.amazonaws.com/'",
  "-H 'content-type: application/x-amz-json-1.1'",
  "-H 'x-amz-target: AWSCognitoIdentityProviderService.InitiateAuth'",
  `--data-raw $'${body}'`,
].join(' ')
const call = (library) => library.default ?? library
const first = call(parseCurl)(command)
const second = call(curlToJson)(command)
const third = call(banyCurlToJson)(command)
const fourth = scrapeDoParse(command)
const seen = {
  parseCurl: `${first.method} ${first.body ?? 'without a body'}`,
  curlToJson: `${second.method} ${second.data ?? second.body ?? 'without a body'}`,
  banyCurlToJson: `${third.method} ${JSON.stringify(third.data)}`,
  scrapeDoBegins: fourth.body.slice(0, 2),
  scrapeDoPassword: /PASSWORD":"([^"]*)/.exec(fourth.body)?.[1],
}
const known = {
  parseCurl: 'GET without a body',
  curlToJson: 'GET without a body',
  banyCurlToJson: 'POST {}',
  scrapeDoBegins: '${',
  scrapeDoPassword: 'Hellou00211',
}

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node check.cjs
