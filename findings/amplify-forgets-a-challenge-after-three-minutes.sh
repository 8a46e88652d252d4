#!/usr/bin/env bash
# An app client that gives users 15 minutes for a code gives them three minutes once the page is loaded again.
#
# Software: aws-amplify 6.22.1
# Expected: a sign-in that waits for a code outlasts a reload as long as its session is valid: AuthSessionValidity is 3 to
#           15 minutes, and the session stands in the session storage of the tab.
# Seen:     Amplify writes an expiry of three minutes beside it. A reload after that deletes the session, and confirmSignIn
#           throws SignInException without a call, as if signIn had never been called. Without a reload the code is sent.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --legacy-peer-deps aws-amplify@6.22.1
# A page: it signs in, or confirms the sign-in that an earlier page began, with the session storage of its tab.
cat > page.mjs <<'EOF'
import { createServer } from 'node:http'
import { readFileSync, writeFileSync } from 'node:fs'

const [steps, minutes] = [process.argv[2].split(','), Number(process.argv[3])]
const realNow = Date.now
Date.now = () => realNow() + minutes * 60_000
const stored = new Map(JSON.parse(readFileSync('tab.json', 'utf8')))
const sessionStorage = {
  get length() {
    return stored.size
  },
  key: (index) => [...stored.keys()][index] ?? null,
  getItem: (key) => stored.get(key) ?? null,
  setItem: (key, value) => void stored.set(key, String(value)),
  removeItem: (key) => void stored.delete(key),
  clear: () => stored.clear(),
}
globalThis.window = { sessionStorage }

const calls = []
const server = createServer(async (request, response) => {
  await request.toArray()
  calls.push(request.headers['x-amz-target'].split('.')[1])
  const challenge = { ChallengeName: 'EMAIL_OTP', Session: 'a'.repeat(32), ChallengeParameters: {} }
  response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(challenge))
})
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))

const { Amplify } = await import('aws-amplify')
const { confirmSignIn, signIn } = await import('aws-amplify/auth')
const userPoolEndpoint = `http://127.0.0.1:${server.address().port}`
const Cognito = { userPoolId: 'eu-west-1_AbCdEf123', userPoolClientId: 'client', userPoolEndpoint }
Amplify.configure({ Auth: { Cognito } })
const options = { authFlowType: 'USER_PASSWORD_AUTH' }
let outcome
for (const step of steps) {
  if (step === 'wait') Date.now = () => realNow() + 4 * 60_000
  else {
    const call = step === 'signIn' ? signIn({ username: 'ana', password: 'a password', options }) : confirmSignIn({ challengeResponse: '12345678' })
    outcome = await call.then(({ nextStep }) => nextStep.signInStep, ({ name }) => name)
  }
}
writeFileSync('tab.json', JSON.stringify([...stored]))
console.log(JSON.stringify({ outcome, sent: calls.at(-1) ?? null }))
process.exit(0)
EOF
cat > check.mjs <<'EOF'
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'

function page(steps, minutes) {
  const output = execFileSync('node', ['--no-warnings', 'page.mjs', steps, String(minutes)], { encoding: 'utf8' })
  return JSON.parse(output.trim().split('\n').at(-1))
}
function afterReload(minutes) {
  writeFileSync('tab.json', '[]')
  page('signIn', 0)
  return page('confirm', minutes)
}
writeFileSync('tab.json', '[]')
const seen = {
  'four minutes, same page': page('signIn,wait,confirm', 0),
  'two minutes, reloaded': afterReload(2),
  'four minutes, reloaded': afterReload(4),
}
const sent = { outcome: 'CONFIRM_SIGN_IN_WITH_EMAIL_CODE', sent: 'RespondToAuthChallenge' }
const known = {
  'four minutes, same page': sent,
  'two minutes, reloaded': sent,
  'four minutes, reloaded': { outcome: 'SignInException', sent: null },
}

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node check.mjs
