#!/usr/bin/env bash
# A TOTP secret that is pasted as authenticators print it, in groups of four, makes wrong codes.
#
# Software: otplib 12.0.1, against otpauth 9.4.1
# Expected: the same code as without the spaces, or an error.
# Seen:     otplib makes another code without an error: Cognito then says "Code mismatch". otpauth ignores the spaces.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --legacy-peer-deps otplib@12.0.1 otpauth@9.4.1
cat > check.mjs <<'EOF'
import { authenticator } from 'otplib'
import { Secret, TOTP } from 'otpauth'

const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
const grouped = secret.match(/.{4}/g).join(' ')
const timestamp = 1_700_000_000_000
const withOtpauth = (text) => new TOTP({ secret: Secret.fromBase32(text) }).generate({ timestamp })
authenticator.options = { epoch: timestamp }
const seen = {
  otplibAgrees: authenticator.generate(secret) === authenticator.generate(grouped),
  otpauthAgrees: withOtpauth(secret) === withOtpauth(grouped),
  bothAgreeWithoutSpaces: authenticator.generate(secret) === withOtpauth(secret),
}
const known = { otplibAgrees: false, otpauthAgrees: true, bothAgreeWithoutSpaces: true }

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node --no-warnings check.mjs
