#!/usr/bin/env bash
# A DefineAuthChallenge function that asks whether the user answered a TOTP or an email code does not compile.
#
# Software: @types/aws-lambda 8.10.164 with typescript 5.9.3
# Expected: the session of the trigger's event can have each challenge name that the developer guide lists, among them
#           SOFTWARE_TOKEN_MFA and EMAIL_OTP, beside SMS_MFA.
# Seen:     comparisons with these two are errors, "This comparison appears to be unintentional because the types have no
#           overlap", as if they were misspelled; the code behind them is typed as unreachable. SMS_MFA compiles.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund @types/aws-lambda@8.10.164 typescript@5.9.3
cat > trigger.ts <<'EOF'
import type { DefineAuthChallengeTriggerEvent } from 'aws-lambda'

export const hasAnswered = ({ request: { session } }: DefineAuthChallengeTriggerEvent) => ({
  sms: session.some(({ challengeName }) => challengeName === 'SMS_MFA'),
  totp: session.some(({ challengeName }) => challengeName === 'SOFTWARE_TOKEN_MFA'),
  email: session.some(({ challengeName }) => challengeName === 'EMAIL_OTP'),
})
EOF
cat > check.mjs <<'EOF'
import { spawnSync } from 'node:child_process'

const options = ['--noEmit', '--strict', '--skipLibCheck', '--types', 'aws-lambda', 'trigger.ts']
const { stdout } = spawnSync('node', ['node_modules/typescript/bin/tsc', ...options], { encoding: 'utf8' })
const error = /^trigger\.ts\(.*error (TS\d+): This comparison appears to be unintentional.* and '"(.*?)"' have no overlap/
const seen = stdout.split('\n').flatMap((line) => error.exec(line)?.slice(1, 3).join(' ') ?? [])
const known = ['TS2367 SOFTWARE_TOKEN_MFA', 'TS2367 EMAIL_OTP']

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen, same ? '' : stdout)
process.exit(same ? 0 : 1)
EOF
node check.mjs
