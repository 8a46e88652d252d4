#!/usr/bin/env bash
# A password that contains two braces is changed on its way, although it comes from a variable.
#
# Software: newman 6.2.2, @usebruno/cli 4.1.0
# Expected: the value of a variable is sent as it is; only the template of the request has names in braces.
# Seen:     both look for names in the value, too: {{user}} and {{$randomInt}} in the password are replaced, and Cognito
#           answers that username or password is wrong. A name that is not known stays.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts newman@6.2.2 @usebruno/cli@4.1.0
mkdir bruno
echo '{"version":"1","name":"sign-in","type":"collection"}' > bruno/bruno.json
cat > check.mjs <<'EOF'
import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'
import { promisify } from 'node:util'

const run = promisify(execFile)
const passwords = []
const service = createServer(async (request, response) => {
  passwords.push((await json(request)).PASSWORD)
  response.end('{}')
})
await new Promise((resolve) => service.listen(0, '127.0.0.1', resolve))
const url = `http://127.0.0.1:${service.address().port}/`
const template = '{"PASSWORD":"{{password}}"}'
const variables = ['--env-var', 'password=pre-{{user}}-{{$randomInt}}-{{unknown}}', '--env-var', 'user=ana']

const headers = [{ key: 'Content-Type', value: 'application/x-amz-json-1.1' }]
const request = { method: 'POST', header: headers, url, body: { mode: 'raw', raw: template } }
const schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json'
writeFileSync('sign-in.json', JSON.stringify({ info: { name: 'sign-in', schema }, item: [{ name: 'sign-in', request }] }))
await run('node_modules/.bin/newman', ['run', 'sign-in.json', ...variables])

writeFileSync(
  'bruno/sign-in.bru',
  `meta {\n  name: sign-in\n  type: http\n  seq: 1\n}\n\npost {\n  url: ${url}\n  body: json\n  auth: none\n}\n\nbody:json {\n  ${template}\n}\n`,
)
await run('../node_modules/.bin/bru', ['run', 'sign-in.bru', ...variables], { cwd: 'bruno' })
service.close()

const asDescribed =
  passwords.length === 2 && passwords.every((password) => /^pre-ana-\d+-\{\{unknown\}\}$/.test(password))
console.log(asDescribed ? 'as described:' : 'changed:', passwords)
process.exit(asDescribed ? 0 : 1)
EOF
node check.mjs
