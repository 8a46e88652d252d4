#!/usr/bin/env bash
# A callback URL with a query works on the login page, and after it nobody gets in.
#
# Software: amazon-cognito-auth-js 1.3.3
# Expected: https://app.example/back?tenant=a&lang=de is a valid callback URL of an app client. The code is exchanged with
#           it as redirect_uri, and tokens in the fragment are taken, as for https://app.example/back.
# Seen:     the login page gets it encoded, the token endpoint does not: redirect_uri ends at the ampersand there, which
#           Cognito refuses. When the tokens come in the fragment, the "?" makes the answer one with a code; as it
#           has none, neither onSuccess nor onFailure is called, and nothing is stored.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund amazon-cognito-auth-js@1.3.3
cat > check.cjs <<'EOF'
const { CognitoAuth } = require('amazon-cognito-auth-js')

const bodies = []
globalThis.XMLHttpRequest = class {
  withCredentials = false
  open() {}
  setRequestHeader() {}
  send(body) {
    bodies.push(body)
  }
}

const base64url = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
const jwt = (claims) => `${base64url({ alg: 'RS256' })}.${base64url({ exp: Math.floor(Date.now() / 1000) + 3600, ...claims })}.c2ln`
const fragment = `#id_token=${jwt({ token_use: 'id' })}&access_token=${jwt({ token_use: 'access', username: 'ann' })}&expires_in=3600&token_type=Bearer`

function signIn(callback, flow) {
  const stored = new Map()
  const called = []
  const auth = new CognitoAuth({
    ClientId: 'exampleclientid',
    AppWebDomain: 'example.auth.eu-west-1.amazoncognito.com',
    TokenScopesArray: ['openid'],
    RedirectUriSignIn: callback,
    RedirectUriSignOut: callback,
    UserPoolId: 'eu-west-1_AbCdEf123',
    Storage: { getItem: (key) => stored.get(key) ?? null, setItem: (key, value) => stored.set(key, value), removeItem: (key) => stored.delete(key) },
  })
  auth.userhandler = { onSuccess: () => called.push('onSuccess'), onFailure: (error) => called.push(`onFailure: ${error}`) }
  const loginPage = new URL(auth.getFQDNSignIn()).searchParams.get('redirect_uri')
  if (flow === 'code') {
    auth.useCodeGrantFlow()
    auth.parseCognitoWebResponse(`${callback}${callback.includes('?') ? '&' : '?'}code=abc&state=s`)
    return { loginPage, tokenEndpoint: new URLSearchParams(bodies.pop()).get('redirect_uri') }
  }
  auth.parseCognitoWebResponse(`${callback}${fragment}`)
  return { loginPage, called, stored: stored.size }
}

const plain = 'https://app.example/back'
const query = `${plain}?tenant=a&lang=de`
const seen = {
  'code, plain': signIn(plain, 'code'),
  'code, query': signIn(query, 'code'),
  'token, plain': signIn(plain, 'token'),
  'token, query': signIn(query, 'token'),
}
const known = {
  'code, plain': { loginPage: plain, tokenEndpoint: plain },
  'code, query': { loginPage: query, tokenEndpoint: `${plain}?tenant=a` },
  'token, plain': { loginPage: plain, called: ['onSuccess'], stored: 5 },
  'token, query': { loginPage: query, called: [], stored: 0 },
}

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', JSON.stringify(seen, undefined, 2))
process.exit(same ? 0 : 1)
EOF
node check.cjs
