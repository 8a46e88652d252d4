#!/usr/bin/env bash
# A Mockoon server that plays Cognito gives every sign-in the default response, whatever its rules say.
#
# Software: @mockoon/commons-server 9.9.0, the server of Mockoon's desktop application and command line
# Expected: a rule "body, AuthFlow, equals USER_SRP_AUTH" chooses the response of a call whose body is
#           {"AuthFlow":"USER_SRP_AUTH", …}, and {{body 'AuthParameters.USERNAME'}} inserts the username.
# Seen:     only bodies of application/json and application/…+json are parsed. Cognito's calls are
#           application/x-amz-json-1.1, which is JSON for no rule and no template: the rules never match, the template
#           is empty, and nothing says so. The same calls as application/json get the responses of the rules.
#           {{bodyRaw}} and rules about the header X-Amz-Target work.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts @mockoon/commons-server@9.9.0 @mockoon/commons@9.9.0
cat > check.mjs <<'EOF'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { BuildEnvironment, BuildHTTPRoute, BuildRouteResponse } from '@mockoon/commons'
import server from '@mockoon/commons-server'

const probe = createServer().listen(0, '127.0.0.1')
await once(probe, 'listening')
const { port } = probe.address()
probe.close()
await once(probe, 'close')

const rule = (target, modifier, value) => ({ target, modifier, value, invert: false, operator: 'equals' })
const target = 'AWSCognitoIdentityProviderService'
const response = (rules, body) => ({ ...BuildRouteResponse(), rules, body })
const route = {
  ...BuildHTTPRoute(false, { endpoint: '' }),
  method: 'post',
  responses: [
    { ...response([], 'default response'), default: true },
    response([rule('body', 'AuthFlow', 'USER_SRP_AUTH')], 'SRP'),
    response([rule('body', 'AuthFlow', 'USER_PASSWORD_AUTH')], "password of {{body 'AuthParameters.USERNAME'}}"),
    response([rule('header', 'X-Amz-Target', `${target}.RespondToAuthChallenge`)], "user '{{body 'ChallengeResponses.USERNAME'}}'"),
  ],
}
const environment = {
  ...BuildEnvironment({ hasDefaultHeader: false, hasDefaultRoute: false, port }),
  hostname: '127.0.0.1',
  routes: [route],
  rootChildren: [{ type: 'route', uuid: route.uuid }],
}
const mock = new server.MockoonServer(environment)
mock.start()
await once(mock, 'started')

async function call(operation, type, body) {
  const headers = { 'Content-Type': type, 'X-Amz-Target': `${target}.${operation}` }
  const answer = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers, body: JSON.stringify(body) })
  return answer.text()
}
const seen = {}
for (const type of ['application/x-amz-json-1.1', 'application/json']) {
  seen[type] = [
    await call('InitiateAuth', type, { AuthFlow: 'USER_SRP_AUTH', AuthParameters: { USERNAME: 'ann' } }),
    await call('InitiateAuth', type, { AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME: 'ann' } }),
    await call('RespondToAuthChallenge', type, { ChallengeResponses: { USERNAME: 'ann' } }),
  ]
}
mock.stop()
const known = {
  'application/x-amz-json-1.1': ['default response', 'default response', "user ''"],
  'application/json': ['SRP', 'password of ann', "user 'ann'"],
}

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node check.mjs
