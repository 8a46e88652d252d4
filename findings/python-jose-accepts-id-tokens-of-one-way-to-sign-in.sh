#!/usr/bin/env bash
# A Python API accepts the id tokens of InitiateAuth and refuses those that managed login gets for the same user and app client.
#
# Software: python-jose 3.3.0 (Debian's python3-jose), jwt.decode with key, issuer and audience (tokens and key are made here)
# Expected: both are accepted: both are signed by the pool for this app client. at_hash, which managed login puts into its id
#           tokens and InitiateAuth does not, may be checked by whoever has the access token as well (OpenID Connect Core
#           3.1.3.8 makes it optional).
# Seen:     with at_hash: JWTClaimsError "No access_token provided to compare against at_hash claim". An API that only gets the
#           id token has none to give; tests with tokens of the API pass. With access_token, or with the option
#           verify_at_hash False, the token is accepted.
#
# Needs Debian 12 or another system whose apt has this version, and Python 3. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
chmod 755 "$folder"
apt-get download -qq python3-jose=3.3.0+dfsg-4 python3-ecdsa python3-rsa python3-pyasn1 python3-six 2>/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat > check.py <<'EOF'
import base64
import hashlib
import json
import sys
import time

import rsa
from jose import jwt
from jose.exceptions import JWTError

issuer = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123'
client = 'exampleclientid'
public_key, private_key = rsa.newkeys(2048)
access_token = 'access.token.example'
half = hashlib.sha256(access_token.encode()).digest()[:16]
now = int(time.time())
by_api = {'sub': 'a', 'iss': issuer, 'aud': client, 'token_use': 'id', 'iat': now, 'exp': now + 3600}
by_managed_login = {**by_api, 'at_hash': base64.urlsafe_b64encode(half).rstrip(b'=').decode()}


def outcome(claims, **more):
    token = jwt.encode(claims, private_key.save_pkcs1().decode(), algorithm='RS256', headers={'kid': 'key'})
    try:
        jwt.decode(token, public_key.save_pkcs1().decode(), algorithms=['RS256'], audience=client, issuer=issuer, **more)
        return 'accepted'
    except JWTError as error:
        return f'{type(error).__name__}: {error}'


seen = {
    'InitiateAuth': outcome(by_api),
    'managed login': outcome(by_managed_login),
    'managed login, with the access token': outcome(by_managed_login, access_token=access_token),
    'managed login, without that check': outcome(by_managed_login, options={'verify_at_hash': False}),
    'InitiateAuth, of another app client': outcome({**by_api, 'aud': 'another'}),
}
known = {
    'InitiateAuth': 'accepted',
    'managed login': 'JWTClaimsError: No access_token provided to compare against at_hash claim.',
    'managed login, with the access token': 'accepted',
    'managed login, without that check': 'accepted',
    'InitiateAuth, of another app client': 'JWTClaimsError: Invalid audience',
}
same = seen == known
print('as described:' if same else 'changed:', json.dumps(seen, indent=2))
sys.exit(0 if same else 1)
EOF
PYTHONPATH=root/usr/lib/python3/dist-packages python3 check.py
