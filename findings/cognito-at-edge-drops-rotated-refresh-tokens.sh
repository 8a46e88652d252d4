#!/usr/bin/env bash
# With refresh token rotation, visitors of a site behind CloudFront are sent to the sign-in page at their second refresh.
#
# Software: cognito-at-edge 1.5.5 (the pool's addresses are answered by nock 13.5.6, with a key made here)
# Expected: the token endpoint answers a refresh with a new refresh token, and the new one is set as a cookie.
# Seen:     the new id and access tokens are set, the new refresh token is dropped. The browser keeps the old one, which
#           Cognito revokes after the grace period of at most 60 seconds: the next refresh is refused.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund cognito-at-edge@1.5.5 nock@13.5.6
cat > check.cjs <<'EOF'
const { generateKeyPairSync, sign } = require('node:crypto')
const nock = require('nock')
const { Authenticator } = require('cognito-at-edge')

const pool = { region: 'us-east-1', userPoolId: 'us-east-1_AbCdEf123', userPoolAppId: 'exampleclientid', userPoolDomain: 'auth.example.com' }
const issuer = `https://cognito-idp.us-east-1.amazonaws.com/${pool.userPoolId}`
const base64url = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: 'key', alg: 'RS256', use: 'sig' }]

function idToken(expiresIn) {
  const now = Math.floor(Date.now() / 1000)
  const claims = { sub: 'a', iss: issuer, aud: pool.userPoolAppId, token_use: 'id', 'cognito:username': 'ana' }
  const content = `${base64url({ kid: 'key', alg: 'RS256' })}.${base64url({ ...claims, iat: now, exp: now + expiresIn })}`
  return `${content}.${sign('sha256', Buffer.from(content), privateKey).toString('base64url')}`
}

async function main() {
  nock('https://cognito-idp.us-east-1.amazonaws.com').persist().get(/jwks\.json$/).reply(200, { keys })
  const sent = []
  nock('https://auth.example.com')
    .post('/oauth2/token', (form) => sent.push(form.refresh_token))
    .reply(200, { id_token: idToken(3600), access_token: 'new access', refresh_token: 'refresh 2', token_type: 'Bearer' })

  const name = (kind) => `CognitoIdentityServiceProvider.${pool.userPoolAppId}.ana.${kind}`
  const cookie = `${name('idToken')}=${idToken(-60)}; ${name('refreshToken')}=refresh 1`
  const headers = { host: [{ key: 'Host', value: 'www.example.com' }], cookie: [{ key: 'Cookie', value: cookie }] }
  const request = { method: 'GET', uri: '/', querystring: '', headers }
  const config = { distributionDomainName: 'www.example.com', distributionId: 'EXAMPLE' }
  const response = await new Authenticator(pool).handle({ Records: [{ cf: { config, request } }] })
  const setCookies = response.headers['set-cookie'].map(({ value }) => value.slice(0, value.indexOf('=')))
  const seen = {
    sent,
    status: response.status,
    idToken: setCookies.includes(name('idToken')),
    accessToken: setCookies.includes(name('accessToken')),
    refreshToken: setCookies.includes(name('refreshToken')),
  }
  const known = { sent: ['refresh 1'], status: '302', idToken: true, accessToken: true, refreshToken: false }

  const same = JSON.stringify(seen) === JSON.stringify(known)
  console.log(same ? 'as described:' : 'changed:', seen)
  process.exit(same ? 0 : 1)
}
void main()
EOF
node --no-deprecation check.cjs
