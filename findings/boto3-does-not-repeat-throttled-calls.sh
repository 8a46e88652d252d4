#!/usr/bin/env bash
# A sign-in that Cognito throttles once fails in Python; with the AWS SDK for JavaScript it succeeds.
#
# Software: boto3 1.43.107 (botocore of the same release) in its default retry mode
# Expected: Cognito's throttling answer (TooManyRequestsException, status 400) is retried, as boto3 retries the throttling of other services and as the AWS SDK for JavaScript does with this one: three requests.
# Seen:     one request. The default mode "legacy" knows ThrottlingException and status 429 alone; retries={'mode': 'standard'} or AWS_RETRY_MODE=standard sends three.
#
# Needs Python 3.10 or later with venv, and the Python package index. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv --clear venv
venv/bin/pip install --quiet --disable-pip-version-check boto3==1.43.107
cat > check.py <<'EOF'
import json
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import boto3
from botocore.config import Config

requests = 0


class Throttling(BaseHTTPRequestHandler):
    def do_POST(self):
        global requests
        requests += 1
        self.rfile.read(int(self.headers['Content-Length']))
        body = json.dumps({'__type': 'TooManyRequestsException', 'message': 'Rate exceeded'}).encode()
        self.send_response(400)
        self.send_header('Content-Type', 'application/x-amz-json-1.1')
        self.send_header('x-amzn-ErrorType', 'TooManyRequestsException:')
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


server = HTTPServer(('127.0.0.1', 0), Throttling)
threading.Thread(target=server.serve_forever, daemon=True).start()
seen = {}
for mode in ('default', 'standard'):
    requests = 0
    client = boto3.client(
        'cognito-idp',
        region_name='eu-west-1',
        endpoint_url=f'http://127.0.0.1:{server.server_port}',
        config=Config(retries={'mode': mode}) if mode != 'default' else None,
    )
    try:
        client.initiate_auth(
            AuthFlow='USER_PASSWORD_AUTH',
            ClientId='client',
            AuthParameters={'USERNAME': 'ana', 'PASSWORD': 'password'},
        )
    except client.exceptions.TooManyRequestsException:
        seen[mode] = requests

same = seen == {'default': 1, 'standard': 3}
print('as described:' if same else 'changed:', seen)
sys.exit(0 if same else 1)
EOF
env -u AWS_RETRY_MODE -u AWS_MAX_ATTEMPTS AWS_CONFIG_FILE=/dev/null venv/bin/python check.py
