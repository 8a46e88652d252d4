#!/usr/bin/env bash
# A TOTP secret of Cognito has 52 characters (32 bytes). A library that checks the secret's length refuses it.
#
# Software: time2fa 1.4.2, against otpauth 9.5.2
# Expected: a code, as for any base32 secret; RFC 4226 asks for at least 16 bytes and recommends 20.
# Seen:     "Invalid secret" for 52 and for 32 characters: its default settings take secrets of 10 bytes alone. With
#           secretSize set to 32 it makes the code that otpauth makes. The message names neither length.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund time2fa@1.4.2 otpauth@9.5.2
cat > check.mjs <<'EOF'
import { Secret, TOTP } from 'otpauth'
import * as time2fa from 'time2fa'

const bytes = (count) => Uint8Array.from({ length: count }, (_, index) => (index * 37 + 91) % 256)
const base32 = (count) => new Secret({ buffer: bytes(count).buffer }).base32
const settings = { algo: 'sha1', digits: 6, period: 30 }
const generate = (secret, secretSize) => {
  try {
    return time2fa.Totp.generatePasscodes({ secret }, { ...settings, secretSize })[0]
  } catch (error) {
    return error.message
  }
}
const cognito = base32(32)
const defaultSize = time2fa.generateConfig().secretSize
const seen = {
  characters: cognito.length,
  defaultSize,
  cognito: generate(cognito, defaultSize),
  ofTwentyBytes: generate(base32(20), defaultSize),
  agreesWhenToldTheSize:
    generate(cognito, 32) === new TOTP({ secret: Secret.fromBase32(cognito) }).generate(),
}
const known = {
  characters: 52,
  defaultSize: 10,
  cognito: 'Invalid secret',
  ofTwentyBytes: 'Invalid secret',
  agreesWhenToldTheSize: true,
}

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node check.mjs
