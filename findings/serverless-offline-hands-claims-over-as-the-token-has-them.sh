#!/usr/bin/env bash
# A function that looks into cognito:groups works with serverless-offline, and finds no group on AWS.
#
# Software: serverless-offline 13.9.0 with serverless 3.40.0 (httpApi with an authorizer of type jwt)
# Expected: requestContext.authorizer.jwt.claims as the HTTP API of API Gateway hands it to the function: only texts, a list
#           as "[admins readers]" (not documented; reported, for example, in issue 802 of
#           aws-solutions-library-samples/guidance-for-claude-code-with-amazon-bedrock). And a start with the
#           authorizer as AWS takes it.
# Seen:     the claims are those of the token: cognito:groups is a list, exp a number. Code for the one form fails with the
#           other: .map() is no function on AWS, .split() none here. Without ignoreJWTSignature the start fails with "only
#           supports retrieving JWT from the headers (undefined)", although identitySource is a header.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts serverless@3.40.0 serverless-offline@13.9.0
cat > handler.js <<'EOF'
exports.claims = async (event) => ({ statusCode: 200, body: JSON.stringify(event.requestContext.authorizer.jwt.claims) })
EOF
cat > check.mjs <<'EOF'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:net'

const issuer = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123'
const service = {
  service: 'api',
  frameworkVersion: '3',
  plugins: ['serverless-offline'],
  provider: {
    name: 'aws',
    runtime: 'nodejs20.x',
    httpApi: {
      authorizers: {
        cognito: {
          type: 'jwt', identitySource: '$request.header.Authorization', issuerUrl: issuer, audience: ['exampleclientid'],
        },
      },
    },
  },
  functions: {
    claims: {
      handler: 'handler.claims',
      events: [{ httpApi: { method: 'GET', path: '/claims', authorizer: { name: 'cognito' } } }],
    },
  },
}

async function freePort() {
  const probe = createServer().listen(0)
  await once(probe, 'listening')
  const { port } = probe.address()
  probe.close()
  await once(probe, 'close')
  return String(port)
}

// The first text of the pattern in what the command prints, while it runs or until it ends.
async function start(port, options, pattern) {
  writeFileSync('serverless.json', JSON.stringify({ ...service, custom: { 'serverless-offline': options } }))
  const child = spawn('node_modules/.bin/serverless', ['offline', 'start', '--httpPort', port, '--lambdaPort', await freePort()], {
    env: { ...process.env, HOME: process.cwd(), SLS_TELEMETRY_DISABLED: '1', SLS_NOTIFICATIONS_MODE: 'off' },
  })
  let text = ''
  const found = new Promise((resolve) => {
    const read = (chunk) => {
      text += chunk
      const match = pattern.exec(text)
      if (match) resolve(match[0])
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.on('exit', () => resolve(`ended: ${text}`))
  })
  return { child, printed: await found }
}

const refused = await start(await freePort(), {}, /Server ready|only supports.*/)
if (refused.child.exitCode === null) refused.child.kill()

const port = await freePort()
const { child, printed } = await start(port, { ignoreJWTSignature: true }, /Server ready/)
const base64url = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
const exp = Math.floor(Date.now() / 1000) + 3600
const claims = { sub: 'a', iss: issuer, client_id: 'exampleclientid', token_use: 'access', 'cognito:groups': ['admins', 'readers'], exp }
const authorization = `Bearer ${base64url({ alg: 'RS256' })}.${base64url(claims)}.c2ln`
const answer = await fetch(`http://localhost:${port}/claims`, { headers: { authorization } })
const handed = await answer.json()
child.kill()
const seen = {
  'without ignoreJWTSignature': refused.printed,
  'with it': printed,
  'cognito:groups': handed['cognito:groups'],
  exp: typeof handed.exp,
  'token_use': handed.token_use,
}
const known = {
  'without ignoreJWTSignature': 'only supports retrieving JWT from the headers (undefined)',
  'with it': 'Server ready',
  'cognito:groups': ['admins', 'readers'],
  exp: 'number',
  'token_use': 'access',
}

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node check.mjs
