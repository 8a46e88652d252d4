#!/usr/bin/env bash
# With the scopes openid, email and profile every sign-in at managed login succeeds, and then fails in the application.
#
# Software: cognito-passport-oauth2 1.3.1 with passport 0.7.0 and @aws-sdk/client-cognito-identity-provider 3.1169.0 (the token
#           endpoint and Cognito are played by a server here, with the documented answers)
# Expected: the profile of the user comes from what these scopes give access to, the id token or userInfo; or the strategy
#           adds the scope that it needs itself.
# Seen:     it calls GetUser, for which an access token of managed login needs aws.cognito.signin.user.admin. Cognito refuses with
#           "Access Token does not have required scopes", the callback ends in that error, and the README names no scope.
#           Without the option scope it works as long as the app client allows that scope, since Cognito then grants all.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund cognito-passport-oauth2@1.3.1 passport@0.7.0 \
  @aws-sdk/client-cognito-identity-provider@3.1169.0
cat > check.cjs <<'EOF'
const { once } = require('node:events')
const { createServer } = require('node:http')
const { text } = require('node:stream/consumers')
const CognitoStrategy = require('cognito-passport-oauth2')
const { Passport } = require('passport')

const admin = 'aws.cognito.signin.user.admin'
const allowed = ['openid', 'email', 'profile', admin]

async function main() {
  const called = []
  let granted // the access token of the example: its scopes
  const cognito = createServer(async (request, response) => {
    const answer = (status, value) => {
      response.writeHead(status, { 'Content-Type': 'application/json' })
      response.end(JSON.stringify(value))
    }
    await text(request)
    if (request.url === '/oauth2/token') {
      called.push('token')
      return answer(200, { access_token: granted, id_token: 'id', token_type: 'Bearer', expires_in: 3600 })
    }
    called.push(request.headers['x-amz-target'].split('.')[1])
    if (granted.includes(admin)) return answer(200, { Username: 'ann', UserAttributes: [] })
    answer(400, { __type: 'NotAuthorizedException', message: 'Access Token does not have required scopes' })
  }).listen(0, '127.0.0.1')
  await once(cognito, 'listening')
  const clientDomain = `http://127.0.0.1:${cognito.address().port}`
  process.env.AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER = clientDomain

  async function signIn(scope) {
    called.length = 0
    const options = {
      clientDomain,
      clientID: 'exampleclientid',
      clientSecret: 'secret',
      callbackURL: 'https://app.example/back',
      region: 'eu-west-1',
      passReqToCallback: true,
      scope,
    }
    const passport = new Passport()
    const verify = (request, access, refresh, profile, done) => done(null, profile)
    passport.use('cognito', new CognitoStrategy(options, verify))
    const authenticate = (query) =>
      new Promise((resolve) => {
        const request = { query, headers: {}, method: 'GET', url: '/' }
        const response = { setHeader: (name, value) => name === 'Location' && resolve(value), end: () => undefined }
        const end = (error, user) => resolve(error?.message ?? user?.Username)
        // The first request leads away; the second one, with the code, ends in a user or an error.
        if (query.code) passport.authenticate('cognito', { session: false }, end)(request, response, end)
        else passport.authenticate('cognito', { session: false })(request, response, end)
      })
    const asked = new URL(await authenticate({})).searchParams.get('scope')
    granted = (asked?.split(' ') ?? allowed).join('.')
    return { asked, outcome: await authenticate({ code: 'code' }), called: called.join() }
  }

  const standard = ['openid', 'email', 'profile']
  const seen = {
    'standard scopes': await signIn(standard),
    'with the scope for GetUser': await signIn([...standard, admin]),
    'no scopes': await signIn(undefined),
  }
  cognito.close()
  const calls = 'token,GetUser'
  const known = {
    'standard scopes': {
      asked: 'openid email profile',
      outcome: 'Access Token does not have required scopes',
      called: calls,
    },
    'with the scope for GetUser': { asked: `openid email profile ${admin}`, outcome: 'ann', called: calls },
    'no scopes': { asked: null, outcome: 'ann', called: calls },
  }

  const same = JSON.stringify(seen) === JSON.stringify(known)
  console.log(same ? 'as described:' : 'changed:', seen)
  process.exit(same ? 0 : 1)
}
void main()
EOF
node --no-warnings check.cjs
