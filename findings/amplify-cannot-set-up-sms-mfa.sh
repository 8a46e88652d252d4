#!/usr/bin/env bash
# A pool that requires MFA and offers text messages alone locks new users out of Amplify applications.
#
# Software: aws-amplify 6.22.1
# Expected: MFA_SETUP with MFAS_CAN_SETUP ["SMS_MFA"] leads to a next step, as it does for SOFTWARE_TOKEN_MFA and EMAIL_OTP.
# Seen:     signIn throws SignInException "Cannot initiate MFA setup from available types: SMS"; by e-mail it goes on.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --legacy-peer-deps aws-amplify@6.22.1
cat > check.mjs <<'EOF'
import { createServer } from 'node:http'

/** Answers every request alike, and counts them. */
async function answering(status, headers, body) {
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      state.requests += 1
      response.writeHead(status, headers).end(body)
    })
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const state = { requests: 0, url: `http://127.0.0.1:${server.address().port}` }
  return state
}
const amzJson = { 'content-type': 'application/x-amz-json-1.1' }

import { Amplify } from 'aws-amplify'
import { signIn } from 'aws-amplify/auth'

const seen = {}
for (const factor of ['SMS_MFA', 'EMAIL_OTP']) {
  const ChallengeParameters = { MFAS_CAN_SETUP: JSON.stringify([factor]) }
  const answer = { ChallengeName: 'MFA_SETUP', Session: 'a'.repeat(32), ChallengeParameters }
  const pool = await answering(200, amzJson, JSON.stringify(answer))
  const Cognito = { userPoolId: 'eu-west-1_AbCdEf123', userPoolClientId: 'client', userPoolEndpoint: pool.url }
  Amplify.configure({ Auth: { Cognito } })
  const options = { authFlowType: 'USER_PASSWORD_AUTH' }
  seen[factor] = await signIn({ username: 'ana', password: 'a password', options }).then(
    ({ nextStep }) => nextStep.signInStep,
    (error) => `${error.name}: ${error.message}`,
  )
}
const known = {
  SMS_MFA: 'SignInException: Cannot initiate MFA setup from available types: SMS',
  EMAIL_OTP: 'CONTINUE_SIGN_IN_WITH_EMAIL_SETUP',
}

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node --no-warnings check.mjs
