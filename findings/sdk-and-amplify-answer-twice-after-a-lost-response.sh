#!/usr/bin/env bash
# A lost response makes a right MFA code look like a programming error: "session can only be used once".
#
# Software: @aws-sdk/client-cognito-identity-provider 3.1169.0 and aws-amplify 6.22.1
# Expected: RespondToAuthChallenge is not repeated, since its Session works once: the application gets the network error and can start again.
# Seen:     both send the same answer a second time, and report NotAuthorizedException from the repetition. Nothing tells of the broken connection.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --legacy-peer-deps @aws-sdk/client-cognito-identity-provider@3.1169.0 aws-amplify@6.22.1
cat > check.mjs <<'EOF'
import { createServer } from 'node:http'

/** Answers each call with what `answer` returns for its operation and body: [status, body], or nothing to break the connection. */
async function scripted(answer) {
  const calls = []
  const server = createServer(async (request, response) => {
    const target = request.headers['x-amz-target']?.split('.')[1]
    const call = { operation: target, body: JSON.parse(Buffer.concat(await request.toArray()) || '{}') }
    calls.push(call)
    const [status, body] = answer(call, calls) ?? []
    if (status === undefined) return request.socket.destroy()
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body))
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { calls, url: `http://127.0.0.1:${server.address().port}` }
}

import { Amplify } from 'aws-amplify'
import { confirmSignIn, signIn } from 'aws-amplify/auth'
import { CognitoIdentityProviderClient, RespondToAuthChallengeCommand } from '@aws-sdk/client-cognito-identity-provider'

const Session = 's'.repeat(32)
/** Accepts an answer once, and breaks the connection before the response is out. */
const losesItsFirstResponse = ({ operation }, calls) => {
  if (operation === 'InitiateAuth') return [200, { ChallengeName: 'SOFTWARE_TOKEN_MFA', Session, ChallengeParameters: {} }]
  const answers = calls.filter((call) => call.operation === 'RespondToAuthChallenge').length
  if (answers === 1) return undefined
  const message = 'Invalid session for the user, session can only be used once.'
  return [400, { __type: 'NotAuthorizedException', message }]
}
const outcome = ({ calls }, error) => ({
  answers: calls.filter(({ operation }) => operation === 'RespondToAuthChallenge').length,
  error: `${error.name}: ${error.message}`,
})
const seen = {}

const forSdk = await scripted(losesItsFirstResponse)
const client = new CognitoIdentityProviderClient({ region: 'eu-west-1', endpoint: forSdk.url })
const ChallengeResponses = { USERNAME: 'ana', SOFTWARE_TOKEN_MFA_CODE: '123456' }
const answer = { ClientId: 'client', ChallengeName: 'SOFTWARE_TOKEN_MFA', Session, ChallengeResponses }
seen.sdk = outcome(forSdk, await client.send(new RespondToAuthChallengeCommand(answer)).catch((error) => error))

const forAmplify = await scripted(losesItsFirstResponse)
const Cognito = { userPoolId: 'eu-west-1_AbCdEf123', userPoolClientId: 'client', userPoolEndpoint: forAmplify.url }
Amplify.configure({ Auth: { Cognito } })
await signIn({ username: 'ana', password: 'a password', options: { authFlowType: 'USER_PASSWORD_AUTH' } })
seen.amplify = outcome(forAmplify, await confirmSignIn({ challengeResponse: '123456' }).catch((error) => error))

const twice = { answers: 2, error: 'NotAuthorizedException: Invalid session for the user, session can only be used once.' }
const known = { sdk: twice, amplify: twice }

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node --no-warnings check.mjs
