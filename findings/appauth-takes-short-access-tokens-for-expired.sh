#!/usr/bin/env bash
# An app client whose access tokens are valid for five minutes makes every call of the application refresh first.
#
# Software: @openid/appauth 1.4.0
# Expected: isValid() of the tokens of such an app client (Cognito allows five minutes to one day) is true until shortly before
#           they expire.
# Seen:     they count as expired ten minutes before they do: those of five or ten minutes from the moment at which they come.
#           An application that refreshes when isValid() is false sends a refresh before each call, and the new tokens count as
#           expired as well. With tokens of an hour it is one refresh in 50 minutes. isValid(-60) is the way out.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts @openid/appauth@1.4.0
cat > check.mjs <<'EOF'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { register } from 'node:module'

// The package imports its files without ".js", which bundlers add.
const hook = `export const resolve = (name, context, next) =>
  next(/^[.]{1,2}[/]/.test(name) && !name.endsWith('.js') ? name + '.js' : name, context)`
register(`data:text/javascript,${encodeURIComponent(hook)}`)
const appauth = await import('@openid/appauth')
const { NodeRequestor } = await import('@openid/appauth/built/src/node_support/node_requestor.js')
const { AuthorizationServiceConfiguration, BaseTokenRequestHandler, TokenRequest } = appauth

// The token endpoint, which answers a refresh as Cognito does: without another refresh token.
let validity
const pool = createServer((request, response) => {
  request.resume().on('end', () => {
    response.writeHead(200, { 'Content-Type': 'application/json;charset=UTF-8' })
    response.end(JSON.stringify({ id_token: 'id', access_token: 'access', expires_in: validity, token_type: 'Bearer' }))
  })
}).listen(0, '127.0.0.1')
await once(pool, 'listening')
const configuration = new AuthorizationServiceConfiguration({
  token_endpoint: `http://127.0.0.1:${pool.address().port}/oauth2/token`,
})
const handler = new BaseTokenRequestHandler(new NodeRequestor())
const realNow = Date.prototype.getTime
let later = 0
Date.prototype.getTime = function () {
  return realNow.call(this) + later * 1000
}

// An application that makes a call every 30 seconds, for five minutes.
async function refreshesInFiveMinutes(seconds, buffer) {
  validity = seconds
  let tokens
  let refreshes = 0
  for (later = 0; later < 300; later += 30) {
    if (tokens?.isValid(buffer)) continue
    refreshes += 1
    const request = new TokenRequest({
      client_id: 'exampleclientid', redirect_uri: 'https://app.example/back',
      grant_type: appauth.GRANT_TYPE_REFRESH_TOKEN, refresh_token: 'refresh',
    })
    tokens = await handler.performTokenRequest(configuration, request)
  }
  return refreshes
}
const seen = {
  'an hour': await refreshesInFiveMinutes(3600),
  'ten minutes': await refreshesInFiveMinutes(600),
  'five minutes': await refreshesInFiveMinutes(300),
  'five minutes, isValid(-60)': await refreshesInFiveMinutes(300, -60),
}
pool.close()
const known = { 'an hour': 1, 'ten minutes': 10, 'five minutes': 10, 'five minutes, isValid(-60)': 2 }

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node --no-warnings check.mjs
