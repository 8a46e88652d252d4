#!/usr/bin/env bash
# A new user with a valid code in the mailbox cannot type it in: the form for it does not open while codes are throttled.
#
# Software: @aws-amplify/ui 6.15.6, which the Authenticators for React, Vue and Angular share, with aws-amplify 6.22.1 (Cognito is
#           played by a server here)
# Expected: a user who is not confirmed gets the form for the code; a new code is sent on request.
# Seen:     each sign-in of such a user sends a new code first, and the form opens only when that succeeds. "Attempt limit
#           exceeded" leads back to the sign-in form, which shows that message as if the password had been refused. The call
#           goes out three times for each try, so that trying again keeps the limit exceeded.
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
async function formAfterSignIn(authFlowType, given) {
  answers = given
  called = []
  const handleSignIn = (input) => signIn({ ...input, options: { authFlowType } })
  const service = interpret(createAuthenticatorMachine()).start()
  const form = () => getServiceFacade({ send: service.send, state: service.getSnapshot() })
  while (!service.getSnapshot().matches('setup')) await setTimeout(10)
  service.send({ type: 'INIT', data: { services: { handleSignIn } } })
  while (form().route !== 'signIn') await setTimeout(10)
  form().submitForm({ username: 'ann', password: 'Password-1' })
  const resends = () => service.getSnapshot().context.actorRef?.getSnapshot().value === 'resendSignUpCode'
  do {
    await setTimeout(500)
  } while (called.length === 0 || form().isPending || resends())
  const { route, error } = form()
  service.stop()
  return { form: route, error: error ?? 'none', called: called.join() }
}

const InitiateAuth = { status: 400, __type: 'UserNotConfirmedException', message: 'User is not confirmed.' }
const delivery = { Destination: 'a***@e***', DeliveryMedium: 'EMAIL', AttributeName: 'email' }
const limit = 'Attempt limit exceeded, please try after some time.'
const seen = {
  'code sent': await formAfterSignIn('USER_PASSWORD_AUTH', {
    InitiateAuth,
    ResendConfirmationCode: { CodeDeliveryDetails: delivery },
  }),
  'limit exceeded': await formAfterSignIn('USER_PASSWORD_AUTH', {
    InitiateAuth,
    ResendConfirmationCode: { status: 400, __type: 'LimitExceededException', message: limit },
  }),
}
cognito.close()
const resend = 'ResendConfirmationCode'
const known = {
  'code sent': { form: 'confirmSignUp', error: 'none', called: `InitiateAuth,${resend}` },
  'limit exceeded': { form: 'signIn', error: limit, called: `InitiateAuth,${resend},${resend},${resend}` },
}

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', JSON.stringify(seen, undefined, 2))
process.exit(same ? 0 : 1)
EOF
node --no-warnings check.mjs
