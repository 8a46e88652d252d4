#!/usr/bin/env bash
# A restored pool has no disabled users, and no users at all when the restore says that it is done.
#
# Software: cognito-backup-restore 1.3.2 with aws-sdk 2.1693.0 and cognito-local 5.3.0
# Expected: the backup says "Enabled": false, so the user is disabled in the restored pool. The promise of the restore
#           resolves when the users are there.
# Seen:     the restore creates each user and nothing else: a disabled user is enabled. Its promise resolves before the first
#           user is created, so a script that goes on, or ends the process, works on an empty pool.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --legacy-peer-deps cognito-backup-restore@1.3.2 aws-sdk@2.1693.0 cognito-local@5.3.0
cat > check.mjs <<'EOF'
import { fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import AWS from 'aws-sdk'
import { backupUsers, restoreUsers } from 'cognito-backup-restore'

const port = await new Promise((resolve) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port: free } = probe.address()
    probe.close(() => resolve(free))
  })
})
const emulator = fork('node_modules/cognito-local/lib/bin/start.js', {
  env: { ...process.env, HOST: '127.0.0.1', PORT: String(port) },
  silent: true,
})
process.on('exit', () => emulator.kill())
await new Promise((resolve) => emulator.stdout.on('data', (line) => String(line).includes('running') && resolve()))

const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
const endpoint = `http://127.0.0.1:${port}`
const cognito = new AWS.CognitoIdentityServiceProvider({ endpoint, region: 'eu-west-1', credentials })
const newPool = async (PoolName) => (await cognito.createUserPool({ PoolName }).promise()).UserPool.Id
const enabledOf = async (UserPoolId) =>
  (await cognito.listUsers({ UserPoolId }).promise()).Users.map(({ Enabled }) => Enabled)

const [from, to] = [await newPool('from'), await newPool('to')]
const user = { UserPoolId: from, Username: 'ana@example.com' }
const UserAttributes = [{ Name: 'email', Value: user.Username }]
await cognito.adminCreateUser({ ...user, UserAttributes, MessageAction: 'SUPPRESS' }).promise()
await cognito.adminDisableUser(user).promise()

await backupUsers(cognito, from, '.')
const written = () => {
  try {
    return JSON.parse(readFileSync(`${from}.json`, 'utf8'))
  } catch {
    return undefined
  }
}
while (!written()) await wait(50)
await restoreUsers(cognito, to, `${from}.json`, 'A-passw0rd')
const seen = { backup: written().map(({ Enabled }) => Enabled), whenItResolved: await enabledOf(to) }
for (let tries = 0; tries < 200 && (await enabledOf(to)).length === 0; tries += 1) await wait(50)
seen.afterwards = await enabledOf(to)
const known = { backup: [false], whenItResolved: [], afterwards: [true] }

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE=1 node --no-warnings check.mjs
