#!/usr/bin/env bash
# An SRP client signs in on most tries and is refused on some, with the same password.
#
# Software: cognito-srp 0.2.0, against the formulas that Cognito documents (computed here with BigInt)
# Expected: the same signature for every A and B. Cognito hashes a number as its shortest two's-complement bytes.
# Seen:     another signature when A begins with a zero byte (1 sign-in of 256), since A is hashed at its full width,
#           and when B comes as an odd number of hex digits (1 of 16 where leading zeros are not sent), since its last
#           digit is dropped. The service then says "Incorrect username or password."
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund cognito-srp@0.2.0
cat > check.cjs <<'EOF'
const { createHash, createHmac, getDiffieHellman } = require('node:crypto')
const { ClientPasswordChallenge } = require('cognito-srp/dist/lib/ClientPasswordChallenge.js')

const pool = 'AbCdEf123'
const username = 'ada'
const password = 'Practice-1!'
const salt = 0x6f1d2c3b4a59687786950a1b2c3d4e5fn
const secretBlock = Buffer.from('a secret block').toString('base64')
const timestamp = 'Sat Nov 28 10:00:00 UTC 2026'

const integer = (bytes) => BigInt(`0x${bytes.toString('hex')}`)
const N = integer(getDiffieHellman('modp15').getPrime())
const g = 2n
const power = (base, exponent) => {
  let result = 1n
  for (const bit of exponent.toString(2)) result = (result * result * (bit === '1' ? base : 1n)) % N
  return result
}
const shortestBytes = (number) => {
  const hex = number.toString(16)
  const even = hex.length % 2 === 1 ? `0${hex}` : hex
  return Buffer.from(/^[89a-f]/.test(even) ? `00${even}` : even, 'hex')
}
const sha256 = (...parts) => createHash('sha256').update(Buffer.concat(parts.map((part) => Buffer.from(part)))).digest()
const hmac = (key, ...parts) => {
  const mac = createHmac('sha256', key)
  for (const part of parts) mac.update(part)
  return mac.digest()
}

const k = integer(sha256(shortestBytes(N), shortestBytes(g)))
const x = integer(sha256(shortestBytes(salt), sha256(`${pool}${username}:${password}`)))
const verifier = power(g, x)

function agrees(number) {
  const a = integer(sha256(`a${number}`))
  const b = integer(sha256(`b${number}`))
  const A = power(g, a)
  const B = (k * verifier + power(g, b)) % N
  const u = integer(sha256(shortestBytes(A), shortestBytes(B)))
  const S = power((A * power(verifier, u)) % N, b)
  const prk = hmac(shortestBytes(u), shortestBytes(S))
  const key = hmac(prk, 'Caldera Derived Key\x01').subarray(0, 16)
  const expected = hmac(key, pool, username, Buffer.from(secretBlock, 'base64'), timestamp).toString('base64')

  const client = new ClientPasswordChallenge(pool, { username, password }, a.toString(16))
  const session = client.getSession(B.toString(16), salt.toString(16))
  return {
    digitsOfA: A.toString(16).length,
    digitsOfB: B.toString(16).length,
    agrees: session.calculateSignature(secretBlock, timestamp) === expected,
  }
}

const seen = { usual: agrees(0), shortA: agrees(398), shortB: agrees(14) }
const known = {
  usual: { digitsOfA: 768, digitsOfB: 768, agrees: true },
  shortA: { digitsOfA: 766, digitsOfB: 768, agrees: false },
  shortB: { digitsOfA: 768, digitsOfB: 767, agrees: false },
}

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node check.cjs
