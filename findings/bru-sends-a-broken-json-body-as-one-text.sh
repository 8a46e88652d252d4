#!/usr/bin/env bash
# A password with a quotation mark turns the body of a Bruno request into one JSON text, which Cognito cannot read.
#
# Software: @usebruno/cli 4.1.0, against newman 6.2.2
# Expected: the value is escaped for JSON, or the request fails with a word about its body.
# Seen:     bru puts the value in as it is, finds that the result is no JSON, sends all of it as a quoted text, and ends
#           with status 0. newman sends the broken JSON. With a plain password both send an object.
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
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'

const run = promisify(execFile)
const bodies = []
const service = createServer(async (request, response) => {
  bodies.push(await text(request))
  response.end('{}')
})
await new Promise((resolve) => service.listen(0, '127.0.0.1', resolve))
const url = `http://127.0.0.1:${service.address().port}/`
const template = '{"PASSWORD":"{{password}}"}'

const request = { method: 'POST', url, body: { mode: 'raw', raw: template } }
const schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json'
writeFileSync('sign-in.json', JSON.stringify({ info: { name: 'sign-in', schema }, item: [{ name: 'sign-in', request }] }))
writeFileSync(
  'bruno/sign-in.bru',
  `meta {\n  name: sign-in\n  type: http\n  seq: 1\n}\n\npost {\n  url: ${url}\n  body: json\n  auth: none\n}\n\nbody:json {\n  ${template}\n}\n`,
)
for (const password of ['plain', 'say "yes"']) {
  const variable = ['--env-var', `password=${password}`]
  await run('../node_modules/.bin/bru', ['run', 'sign-in.bru', ...variable], { cwd: 'bruno' })
  await run('node_modules/.bin/newman', ['run', 'sign-in.json', ...variable])
}
service.close()

const kindOf = (body) => {
  try {
    return typeof JSON.parse(body)
  } catch {
    return 'no JSON'
  }
}
const seen = bodies.map(kindOf)
const known = ['object', 'object', 'string', 'no JSON']

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen, bodies)
process.exit(same ? 0 : 1)
EOF
node check.mjs
