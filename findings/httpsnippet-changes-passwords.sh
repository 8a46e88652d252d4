#!/usr/bin/env bash
# "Copy as PowerShell", Swift, Kotlin and HTTPie send another password, or do not run.
#
# Software: httpsnippet 3.0.10 and, alike, @readme/httpsnippet 11.1.0 (PowerShell, Kotlin)
# Expected: snippets that send the body of the request: a password with ' \\ and $ in it is an ordinary one.
# Seen:     PowerShell ends its string at the apostrophe; Kotlin interpolates $HOME; Swift puts JSON between quotes unescaped; HTTPie pipes through echo, which turns two backslashes into one in a POSIX shell.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --legacy-peer-deps httpsnippet@3.0.10 @readme/httpsnippet@11.1.0
cat > check.mjs <<'EOF'
import { execFileSync } from 'node:child_process'
import httpsnippet from 'httpsnippet'
import { HTTPSnippet as ReadmeSnippet } from '@readme/httpsnippet'

const body = JSON.stringify({ AuthParameters: { USERNAME: 'ana', PASSWORD: `It's-$HOME-\\\\-1` } })
const request = {
  method: 'POST',
  url: 'https://cognito-idp.eu-west-1.amazonaws.com/',
  httpVersion: 'HTTP/1.1',
  headers: [
    { name: 'Content-Type', value: 'application/x-amz-json-1.1' },
    { name: 'X-Amz-Target', value: 'AWSCognitoIdentityProviderService.InitiateAuth' },
  ],
  cookies: [],
  queryString: [],
  headersSize: -1,
  bodySize: -1,
  postData: { mimeType: 'application/x-amz-json-1.1', text: body },
}
async function snippets(Snippet, language, client) {
  const snippet = new Snippet(request)
  await snippet.init?.()
  return [await snippet.convert(language, client)].flat()[0]
}

const seen = {}
for (const [name, Snippet] of [['httpsnippet', httpsnippet.HTTPSnippet], ['@readme/httpsnippet', ReadmeSnippet]]) {
  const powershell = await snippets(Snippet, 'powershell', 'webrequest')
  const kotlin = await snippets(Snippet, 'kotlin', 'okhttp')
  seen[name] = {
    powershellEscapesApostrophe: powershell.includes("It''s"),
    kotlinEscapesDollar: kotlin.includes('\\$HOME'),
  }
}
const swift = await snippets(httpsnippet.HTTPSnippet, 'swift', 'nsurlsession')
seen.swiftQuotesJson = !swift.includes(`data: "${body}"`)
const httpie = await snippets(httpsnippet.HTTPSnippet, 'shell', 'httpie')
const piped = execFileSync('sh', ['-c', httpie.slice(0, httpie.indexOf('|'))]).toString().trimEnd()
seen.httpieSendsTheBody = piped === body
const both = { powershellEscapesApostrophe: false, kotlinEscapesDollar: false }
const known = { httpsnippet: both, '@readme/httpsnippet': both, swiftQuotesJson: false, httpieSendsTheBody: false }

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node --no-warnings check.mjs
