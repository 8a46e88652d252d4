#!/usr/bin/env bash
# In the waterfall of a recorded sign-in, Cognito always answers within 10 ms.
#
# Software: axios-har-tracker 0.8.0 with axios 1.13.2
# Expected: the phases that were not measured are -1, or wait holds the time until the answer came, and their sum is the
#           time of the entry, as HAR wants it.
# Seen:     send, wait and receive are 10 ms each in every entry, also of a call that took half a second or was never
#           answered. The time of the entry is measured. The time beside the response is that since the machine started.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund axios-har-tracker@0.8.0 axios@1.13.2
cat > check.mjs <<'EOF'
import { createServer } from 'node:http'
import axios from 'axios'
import { AxiosHarTracker } from 'axios-har-tracker'

const type = 'application/x-amz-json-1.1'
let isReachable = true
const service = createServer(async (request, response) => {
  await request.toArray()
  if (!isReachable) return request.socket.destroy()
  setTimeout(() => response.writeHead(200, { 'content-type': type }).end('{"ChallengeName":"SMS_MFA"}'), 500)
})
await new Promise((resolve) => service.listen(0, '127.0.0.1', resolve))

const client = axios.create()
const tracker = new AxiosHarTracker(client)
const headers = { 'Content-Type': type, 'X-Amz-Target': 'AWSCognitoIdentityProviderService.InitiateAuth' }
const body = { AuthFlow: 'USER_PASSWORD_AUTH', ClientId: 'client', AuthParameters: { USERNAME: 'ana' } }
const call = () => client.post(`http://127.0.0.1:${service.address().port}/`, body, { headers })
await call()
isReachable = false
await call().catch(() => undefined)

const [answered, broken] = tracker.getGeneratedHar().log.entries
const phases = ({ timings: { send, wait, receive } }) => ({ send, wait, receive })
const seen = {
  tookHalfASecond: answered.time >= 490,
  answered: phases(answered),
  status: broken.response.status,
  broken: phases(broken),
}
const invented = { send: 10, wait: 10, receive: 10 }
const known = { tookHalfASecond: true, answered: invented, status: '', broken: invented }

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node --no-warnings check.mjs
