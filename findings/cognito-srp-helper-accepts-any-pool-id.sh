#!/usr/bin/env bash
# A pool id without its region, or copied with a line end, becomes a wrong SRP proof without a word.
#
# Software: cognito-srp-helper 2.3.4
# Expected: an error: the proof holds the part behind the underscore, so an id of another form cannot work.
# Seen:     a session is made; the pool name in it is undefined, or ends in the line end.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --legacy-peer-deps cognito-srp-helper@2.3.4
cat > check.mjs <<'EOF'
import { createSrpSession } from 'cognito-srp-helper'

const seen = ['AbCdEf123', 'eu-west-1_AbCdEf123\n'].map(
  (poolId) => createSrpSession('ana', 'a password', poolId, false).poolIdAbbr ?? 'undefined',
)
const known = ['undefined', 'AbCdEf123\n']

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node --no-warnings check.mjs
