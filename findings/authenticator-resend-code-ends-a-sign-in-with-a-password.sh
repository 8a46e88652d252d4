#!/usr/bin/env bash
# "Resend Code" at a text-message code ends the sign-in: the code that arrives, or arrived before, is not sent any more.
#
# Software: @aws-amplify/ui 6.15.6, which the Authenticators for React, Vue and Angular share, with aws-amplify 6.22.1 (Cognito is
#           played by a server here)
# Expected: in a pool that offers codes by email as well, a user signs in with a password and gets SMS_MFA. The button below
#           the code either sends a new code or leaves the sign-in as it is.
# Seen:     it begins a new sign-in with the preferred challenge PASSWORD and no password. "password is required to signIn" is
#           shown, and the pending challenge is forgotten: a right code gets "An error occurred during the sign in process",
#           and Cognito is not called. Without the button the same code is sent.
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

let called
const answers = {
  InitiateAuth: {
    ChallengeName: 'SMS_MFA',
    Session: 'a'.repeat(32),
    ChallengeParameters: { CODE_DELIVERY_DELIVERY_MEDIUM: 'SMS', CODE_DELIVERY_DESTINATION: '+*******1234' },
  },
  RespondToAuthChallenge: { __type: 'CodeMismatchException', message: 'Invalid code or auth state for the user.' },
}
const cognito = createServer((request, response) => {
  const operation = request.headers['x-amz-target'].split('.')[1]
  request.resume().on('end', () => {
    called.push(operation)
    const answer = answers[operation]
    response.writeHead(answer.__type ? 400 : 200, { 'Content-Type': 'application/x-amz-json-1.1' })
    response.end(JSON.stringify(answer))
  })
}).listen(0, '127.0.0.1')
await once(cognito, 'listening')
const userPoolEndpoint = `http://127.0.0.1:${cognito.address().port}`
const pool = { userPoolId: 'eu-west-1_AbCdEf123', userPoolClientId: 'client', userPoolEndpoint }
console.warn = () => undefined
Amplify.configure({
  Auth: { Cognito: { ...pool, loginWith: { username: true }, passwordless: { emailOtpEnabled: true } } },
})

// By password, without SRP, to which a server like this could not answer.
const handleSignIn = (input) => signIn({ ...input, options: { authFlowType: 'USER_PASSWORD_AUTH', ...input.options } })

async function messagesAfterCode(resend) {
  called = []
  const service = interpret(createAuthenticatorMachine()).start()
  const form = () => getServiceFacade({ send: service.send, state: service.getSnapshot() })
  const shown = async (route) => {
    while (form().route !== route || form().isPending) await setTimeout(50)
  }
  while (!service.getSnapshot().matches('setup')) await setTimeout(50)
  service.send({ type: 'INIT', data: { services: { handleSignIn } } })
  await shown('signIn')
  form().submitForm({ username: 'ann' })
  await shown('signInSelectAuthFactor')
  form().submitForm({ username: 'ann', password: 'Password-1', __authMethod: 'PASSWORD' })
  await shown('confirmSignIn')
  const messages = []
  if (resend) {
    form().resendCode()
    await setTimeout(1000)
    messages.push(form().error)
  }
  form().submitForm({ confirmation_code: '123456' })
  await setTimeout(1000)
  messages.push(form().error.trim().split('\n')[0])
  service.stop()
  return { messages, called: called.join() }
}

const seen = { 'the code alone': await messagesAfterCode(false), 'Resend Code before it': await messagesAfterCode(true) }
cognito.close()
const known = {
  'the code alone': {
    messages: ['The verification code you entered is incorrect. Please try again.'],
    called: 'InitiateAuth,RespondToAuthChallenge',
  },
  'Resend Code before it': {
    messages: ['password is required to signIn', 'An error occurred during the sign in process.'],
    called: 'InitiateAuth',
  },
}

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', JSON.stringify(seen, undefined, 2))
process.exit(same ? 0 : 1)
EOF
node --no-warnings check.mjs
