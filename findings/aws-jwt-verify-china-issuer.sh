#!/usr/bin/env bash
# Tokens of pools in China and in the European Sovereign Cloud are refused by the verifier that AWS recommends.
#
# Software: aws-jwt-verify 5.2.1
# Expected: the issuers end in amazonaws.com.cn and amazonaws.eu there, as the endpoints of these partitions do.
# Seen:     every pool id leads to an issuer under amazonaws.com.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --legacy-peer-deps aws-jwt-verify@5.2.1
cat > check.mjs <<'EOF'
import { CognitoJwtVerifier } from 'aws-jwt-verify'

const seen = ['cn-north-1_AbCdEf123', 'eusc-de-east-1_AbCdEf123'].map(
  (userPoolId) => new URL(CognitoJwtVerifier.parseUserPoolId(userPoolId).issuer).host,
)
const known = ['cognito-idp.cn-north-1.amazonaws.com', 'cognito-idp.eusc-de-east-1.amazonaws.com']

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node --no-warnings check.mjs
