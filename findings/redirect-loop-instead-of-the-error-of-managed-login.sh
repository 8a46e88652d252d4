#!/usr/bin/env bash
# A scope that the app client does not allow ends in "redirected you too many times"; the reason stands in none of the pages.
#
# Software: nuxt-auth-utils 0.5.30, provider cognito, with h3 1.15.11 (its #imports are answered here), and cognito-at-edge 1.5.5.
#           The authorize endpoint is played here: it redirects to the callback URL with error=invalid_scope, as documented.
# Expected: a callback with an error is an answer: it is shown, or given to onError. So it is done by the provider auth0 of
#           nuxt-auth-utils.
# Seen:     whatever has no code is sent to the login page, which answers with the same error at once: a loop. onError is not
#           called. The same meets a user whom a PreSignUp trigger refuses after a sign-in at another provider.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --legacy-peer-deps \
  nuxt-auth-utils@0.5.30 h3@1.15.11 ofetch@1.5.1 openid-client@6.8.9 jose@6.2.3 cognito-at-edge@1.5.5
cat > imports.mjs <<'EOF'
export { createError } from 'h3'
export const useRuntimeConfig = () => ({})
EOF
cat > check.mjs <<'EOF'
import { register } from 'node:module'
import { createApp, createRouter, toWebHandler } from 'h3'
import { ofetch } from 'ofetch'
import { Authenticator } from 'cognito-at-edge'

const imports = new URL('imports.mjs', import.meta.url).href
const hook = `export const resolve = (name, context, next) =>
  name === '#imports' ? { url: '${imports}', shortCircuit: true } : next(name, context)`
register(`data:text/javascript,${encodeURIComponent(hook)}`)
const providers = './node_modules/nuxt-auth-utils/dist/runtime/server/lib/oauth'
const { defineOAuthCognitoEventHandler } = await import(`${providers}/cognito.js`)
const { defineOAuthAuth0EventHandler } = await import(`${providers}/auth0.js`)

const issuer = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123'
const domain = 'example.auth.eu-west-1.amazoncognito.com'
globalThis.$fetch = ofetch
globalThis.fetch = async () =>
  Response.json({
    issuer,
    authorization_endpoint: `https://${domain}/oauth2/authorize`,
    token_endpoint: `https://${domain}/oauth2/token`,
    userinfo_endpoint: `https://${domain}/oauth2/userInfo`,
    jwks_uri: `${issuer}/.well-known/jwks.json`,
  })

// Managed login, as far as it matters here: a request for a scope that is not allowed goes back with the error.
function refuse(location) {
  const { searchParams } = new URL(location)
  const back = new URL(searchParams.get('redirect_uri'))
  back.searchParams.set('error', 'invalid_scope')
  back.searchParams.set('state', searchParams.get('state') ?? '')
  return back.href
}

async function visit(start, answer) {
  let address = start
  for (let logins = 0; logins <= 10; logins++) {
    const result = await answer(address)
    if (!result.location) return { logins, ended: result.text }
    address = refuse(result.location)
  }
  return 'more than ten visits to the login page'
}

function nuxt(define, config) {
  const seenByTheApplication = []
  const onError = (_, error) => {
    seenByTheApplication.push(error.message)
    return error.message
  }
  const router = createRouter().get('/auth', define({ config, onSuccess: () => 'signed in', onError }))
  const handle = toWebHandler(createApp().use(router))
  return async (address) => {
    const response = await handle(new Request(address))
    return { location: response.headers.get('location'), text: await response.text() }
  }
}

const common = { clientId: 'exampleclientid', clientSecret: 'secret', scope: ['openid', 'orders/read'] }
const cognito = nuxt(defineOAuthCognitoEventHandler, { ...common, region: 'eu-west-1', userPoolId: 'eu-west-1_AbCdEf123' })
const auth0 = nuxt(defineOAuthAuth0EventHandler, { ...common, domain: 'example.auth0.com' })

const authenticator = new Authenticator({
  region: 'eu-west-1',
  userPoolId: 'eu-west-1_AbCdEf123',
  userPoolAppId: 'exampleclientid',
  userPoolDomain: domain,
  logLevel: 'silent',
})
async function edge(address) {
  const { host, pathname, search } = new URL(address)
  const headers = { host: [{ key: 'Host', value: host }] }
  const request = { method: 'GET', uri: pathname, querystring: search.slice(1), headers }
  const response = await authenticator.handle({ Records: [{ cf: { request } }] })
  return { location: response.headers?.location?.[0].value, text: response.body }
}

const seen = {
  'nuxt-auth-utils, cognito': await visit('https://app.example/auth', cognito),
  'cognito-at-edge': await visit('https://app.example/', edge),
  'nuxt-auth-utils, auth0': await visit('https://app.example/auth', auth0),
}
const known = {
  'nuxt-auth-utils, cognito': 'more than ten visits to the login page',
  'cognito-at-edge': 'more than ten visits to the login page',
  'nuxt-auth-utils, auth0': { logins: 1, ended: 'Auth0 login failed: invalid_scope' },
}

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node --no-warnings check.mjs
