#!/usr/bin/env bash
# Behind one verifier, a user whose picture is at https://img.example/?id=7 is refused; with another address, the same user gets in.
#
# Software: cloudflare-cognito-jwt-verifier 1.1.3 (the keys of the pool are answered here, with a key made here)
# Expected: the parts of a token are base64url, so each valid token can be read, whatever its claims hold.
# Seen:     header and claims are decoded as plain base64. Claims whose encoding has a "-" or a "_" in it, by a "?", a "~" or
#           a letter beyond ASCII at the wrong place, are an InvalidCharacterError before anything is verified. isJwtError()
#           says that it is no error of the token, so an application answers 500, not 401.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund cloudflare-cognito-jwt-verifier@1.1.3
cat > check.cjs <<'EOF'
const { generateKeyPairSync, sign } = require('node:crypto')
const { getVerifier, isJwtError } = require('cloudflare-cognito-jwt-verifier')

const issuer = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123'
const base64url = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const key = { ...publicKey.export({ format: 'jwk' }), kid: 'key', alg: 'RS256', use: 'sig' }
globalThis.fetch = async () => Response.json({ keys: [key] })

const now = Math.floor(Date.now() / 1000)
function idToken(more) {
  const claims = { ...more, sub: 'a', iss: issuer, aud: 'exampleclientid', token_use: 'id', iat: now, exp: now + 3600 }
  const content = `${base64url({ kid: 'key', alg: 'RS256' })}.${base64url(claims)}`
  return `${content}.${sign('sha256', Buffer.from(content), privateKey).toString('base64url')}`
}

async function main() {
  const verifier = getVerifier({ awsRegion: 'eu-west-1', userPoolId: 'eu-west-1_AbCdEf123', appClientId: 'exampleclientid', tokenType: 'id' })
  const outcome = async (claims) => {
    const token = idToken(claims)
    const result = await verifier.verify(`Bearer ${token}`).then(
      () => 'accepted',
      (error) => `${error.name}, ${isJwtError(error) ? 'of the token' : 'not of the token'}`,
    )
    return { 'only of base64url': /[-_]/.test(token.split('.')[1]), result }
  }
  const seen = {
    'no query': await outcome({ picture: 'https://img.example/7' }),
    'id=7': await outcome({ picture: 'https://img.example/?id=7' }),
    'a slash more': await outcome({ picture: 'https://img.example//?id=7' }),
  }
  const accepted = { 'only of base64url': false, result: 'accepted' }
  const known = {
    'no query': accepted,
    'id=7': { 'only of base64url': true, result: 'InvalidCharacterError, not of the token' },
    'a slash more': accepted,
  }

  const same = JSON.stringify(seen) === JSON.stringify(known)
  console.log(same ? 'as described:' : 'changed:', seen)
  process.exit(same ? 0 : 1)
}
void main()
EOF
node check.cjs
