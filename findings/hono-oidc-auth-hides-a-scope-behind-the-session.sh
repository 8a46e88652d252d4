#!/usr/bin/env bash
# A scope of one's own API in OIDC_SCOPES: every visitor gets 500 "Invalid session", before there is a session.
#
# Software: @hono/oidc-auth 1.8.1 with hono 4.13.19 (the OpenID configuration of the pool is answered here)
# Expected: the visitor is sent to the login page with scope "openid orders/read". The configuration of a pool names openid,
#           email, phone and profile in scopes_supported, never those of its resource servers nor
#           aws.cognito.signin.user.admin; OpenID Connect Discovery lets a server leave out scopes that it supports.
# Seen:     a scope that is not on the list is refused. The error that names it is caught and replaced: the answer, and the
#           error that onError gets, say "Invalid session" and have no cause. Without OIDC_SCOPES all four are asked for.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund @hono/oidc-auth@1.8.1 hono@4.13.19
cat > check.mjs <<'EOF'
import { initOidcAuthMiddleware, oidcAuthMiddleware } from '@hono/oidc-auth'
import { Hono } from 'hono'

const issuer = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123'
const domain = 'https://example.auth.eu-west-1.amazoncognito.com'
globalThis.fetch = async () =>
  Response.json({
    issuer,
    authorization_endpoint: `${domain}/oauth2/authorize`,
    token_endpoint: `${domain}/oauth2/token`,
    jwks_uri: `${issuer}/.well-known/jwks.json`,
    response_types_supported: ['code', 'token'],
    scopes_supported: ['openid', 'email', 'phone', 'profile'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
  })

async function visit(scopes) {
  const app = new Hono()
  const errors = []
  app.use(
    initOidcAuthMiddleware({
      OIDC_AUTH_SECRET: 'example-secret-of-32-characters!',
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: 'exampleclientid',
      OIDC_CLIENT_SECRET: 'example',
      ...(scopes === undefined ? {} : { OIDC_SCOPES: scopes }),
    }),
    oidcAuthMiddleware(),
  )
  app.get('/', (context) => context.text('signed in'))
  app.onError((error, context) => {
    errors.push(`${error.message}, cause ${error.cause}`)
    return context.text(error.message, error.status)
  })
  const response = await app.request('https://app.example/')
  const location = response.headers.get('location')
  return { status: response.status, scope: location && new URL(location).searchParams.get('scope'), errors }
}

const seen = {
  'openid email': await visit('openid email'),
  'openid orders/read': await visit('openid orders/read'),
  'openid aws.cognito.signin.user.admin': await visit('openid aws.cognito.signin.user.admin'),
  none: await visit(undefined),
}
const refused = { status: 500, scope: null, errors: ['Invalid session, cause undefined'] }
const known = {
  'openid email': { status: 302, scope: 'openid email', errors: [] },
  'openid orders/read': refused,
  'openid aws.cognito.signin.user.admin': refused,
  none: { status: 302, scope: 'openid email phone profile', errors: [] },
}

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node check.mjs
