#!/usr/bin/env bash
# A right password is answered with "Incorrect username or password." when it is given to the AWS CLI as its documentation shows.
#
# Software: AWS CLI 1.46.2, as in @aws-cdk/asset-awscli-v1 2.2.296
# Expected: --auth-parameters USERNAME=ann,PASSWORD=… in quotation marks of the shell sends the password, or says that it cannot.
# Seen:     of Sesame,open=1 the part before the comma is sent as PASSWORD, and open as a parameter of its own; quotation marks
#           around a password are dropped. No message: Cognito then says what it says of a wrong password. JSON sends both whole.
#
# Needs Node 20 or later, Python 3.9 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund @aws-cdk/asset-awscli-v1@2.2.296
python3 -m zipfile -e node_modules/@aws-cdk/asset-awscli-v1/lib/layer.zip layer
cat > check.py <<'EOF'
import json
import os
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

bodies = []


class Recording(BaseHTTPRequestHandler):
    def do_POST(self):
        bodies.append(json.loads(self.rfile.read(int(self.headers['Content-Length']))))
        self.send_response(200)
        self.send_header('Content-Type', 'application/x-amz-json-1.1')
        self.send_header('Content-Length', '2')
        self.end_headers()
        self.wfile.write(b'{}')

    def log_message(self, *_):
        pass


server = HTTPServer(('127.0.0.1', 0), Recording)
threading.Thread(target=server.serve_forever, daemon=True).start()
environment = {
    **{name: value for name, value in os.environ.items() if not name.startswith('AWS_')},
    'AWS_CONFIG_FILE': os.devnull,
    'PYTHONPATH': 'layer/awscli',
    'PYTHONDONTWRITEBYTECODE': '1',
}


def sent(auth_parameters):
    bodies.clear()
    program = [sys.executable, '-W', 'ignore', '-c', 'import sys, awscli.clidriver; sys.exit(awscli.clidriver.main())']
    call = ['cognito-idp', 'initiate-auth', '--region', 'eu-west-1', '--no-sign-request', '--client-id', 'client',
            '--endpoint-url', f'http://127.0.0.1:{server.server_port}', '--auth-flow', 'USER_PASSWORD_AUTH',
            '--auth-parameters', auth_parameters]
    subprocess.run(program + call, env=environment, check=True, stdout=subprocess.DEVNULL)
    return bodies[0]['AuthParameters']


comma, marks = 'Sesame,open=1', '"Sesame1"'
seen = {
    'comma': sent(f'USERNAME=ann,PASSWORD={comma}'),
    'comma, as JSON': sent(json.dumps({'USERNAME': 'ann', 'PASSWORD': comma})),
    'quotation marks': sent(f'USERNAME=ann,PASSWORD={marks}'),
    'quotation marks, as JSON': sent(json.dumps({'USERNAME': 'ann', 'PASSWORD': marks})),
}
same = seen == {
    'comma': {'USERNAME': 'ann', 'PASSWORD': 'Sesame', 'open': '1'},
    'comma, as JSON': {'USERNAME': 'ann', 'PASSWORD': comma},
    'quotation marks': {'USERNAME': 'ann', 'PASSWORD': 'Sesame1'},
    'quotation marks, as JSON': {'USERNAME': 'ann', 'PASSWORD': marks},
}
print('as described:' if same else 'changed:', seen)
sys.exit(0 if same else 1)
EOF
python3 check.py
