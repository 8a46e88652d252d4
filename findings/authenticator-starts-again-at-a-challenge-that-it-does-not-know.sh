#!/usr/bin/env bash
# At a challenge of Cognito the Authenticator shows the empty sign-in form again, without a message, as often as one tries.
#
# Software: @aws-amplify/ui 6.15.6, which the Authenticators for React, Vue and Angular share, with aws-amplify 6.22.1 (Cognito is
#           played by a server here)
# Expected: a form for the next step, or an error that names it. Amplify itself reports each of these as a next step.
# Seen:     CUSTOM_CHALLENGE, which comes with the documented override of handleSignIn, and SELECT_CHALLENGE, which comes when a
#           user lacks the preferred factor, are steps that the Authenticator does not know. It then goes on with its first
#           step. The session of the challenge is lost, each try is a sign-in of its own. SMS_MFA leads to its form.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --legacy-peer-deps @aws-amplify/ui@6.15.6 aws-amplify@6.22.1 xstate@4.38.3
cat > check.mjs <<'EOF'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { createAuthenticatorMachine, getServiceFacade } from '@aws-amplify/ui'
import { Amplify } from 'aws-amplify'
import { signIn } from 'aws-amplify/auth'
import { interpret } from 'xstate'

let answers
let called
const cognito = createServer((request, response) => {
  const operation = request.headers['x-amz-target'].split('.')[1]
  called.push(operation)
  request.resume().on('end', () => {
    const { status = 200, ...body } = answers[operation]
    response.writeHead(status, { 'Content-Type': 'application/x-amz-json-1.1' })
    response.end(JSON.stringify(body))
  })
}).listen(0, '127.0.0.1')
await once(cognito, 'listening')
const userPoolEndpoint = `http://127.0.0.1:${cognito.address().port}`
console.warn = () => undefined
const pool = { userPoolId: 'eu-west-1_AbCdEf123', userPoolClientId: 'client', userPoolEndpoint }
Amplify.configure({ Auth: { Cognito: { ...pool, loginWith: { username: true } } } })

// Fills in the sign-in form and says which form is shown when the calls are done.
async function formAfterSignIn(handleSignIn, given) {
  answers = given
  called = []
  const service = interpret(createAuthenticatorMachine()).start()
  const form = () => getServiceFacade({ send: service.send, state: service.getSnapshot() })
  while (!service.getSnapshot().matches('setup')) await setTimeout(10)
  service.send({ type: 'INIT', data: { services: { handleSignIn } } })
  while (form().route !== 'signIn') await setTimeout(10)
  form().submitForm({ username: 'ann', password: 'Password-1' })
  do {
    await setTimeout(500)
  } while (form().isPending)
  const { route, error } = form()
  service.stop()
  return { form: route, error: error ?? 'none', called: called.join() }
}

const challenge = (ChallengeName, more) => ({
  InitiateAuth: { ChallengeName, Session: 'a'.repeat(32), ChallengeParameters: {}, ...more },
})
const byPassword = (input) => signIn({ ...input, options: { authFlowType: 'USER_PASSWORD_AUTH' } })
const byCustomFlow = ({ username }) => signIn({ username, options: { authFlowType: 'CUSTOM_WITHOUT_SRP' } })
const byChoice = ({ username }) =>
  signIn({ username, options: { authFlowType: 'USER_AUTH', preferredChallenge: 'EMAIL_OTP' } })
const factors = { AvailableChallenges: ['PASSWORD', 'WEB_AUTHN'] }
const seen = {
  SMS_MFA: await formAfterSignIn(byPassword, challenge('SMS_MFA')),
  CUSTOM_CHALLENGE: await formAfterSignIn(byCustomFlow, challenge('CUSTOM_CHALLENGE')),
  SELECT_CHALLENGE: await formAfterSignIn(byChoice, challenge('SELECT_CHALLENGE', factors)),
}
cognito.close()
const startAgain = { form: 'signIn', error: 'none', called: 'InitiateAuth' }
const known = {
  SMS_MFA: { ...startAgain, form: 'confirmSignIn' },
  CUSTOM_CHALLENGE: startAgain,
  SELECT_CHALLENGE: startAgain,
}

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', JSON.stringify(seen, undefined, 2))
process.exit(same ? 0 : 1)
EOF
node --no-warnings check.mjs
