#!/usr/bin/env bash
# A PAC file that lets the local emulator go direct does so in browsers; a Node program sends the call to the proxy.
#
# Software: pac-proxy-agent 9.1.0
# Expected: FindProxyForURL is called with the URL of the request, with its port, as browsers call it.
# Seen:     the port is missing: a request to http://127.0.0.1:9229/ is http://127.0.0.1/ to the script. A rule for one port
#           never matches, and a rule for the host without a port matches each of its ports.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund pac-proxy-agent@9.1.0
cat > check.mjs <<'EOF'
import { createServer, get } from 'node:http'
import { PacProxyAgent } from 'pac-proxy-agent'

async function answering(text) {
  const server = createServer((_, response) => response.end(text))
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server.address().port
}
const [emulator, proxy] = [await answering('direct'), await answering('by the proxy')]

/** How a request to the emulator goes, when URLs of this pattern go direct. */
function route(pattern) {
  const script = `function FindProxyForURL(url) { return shExpMatch(url, '${pattern}') ? 'DIRECT' : 'PROXY 127.0.0.1:${proxy}' }`
  const agent = new PacProxyAgent(`pac+data:application/x-ns-proxy-autoconfig;base64,${Buffer.from(script).toString('base64')}`)
  const options = { host: '127.0.0.1', port: emulator, path: '/eu-west-1_AbCdEf123/.well-known/jwks.json', agent }
  return new Promise((resolve, reject) => {
    get(options, async (response) => resolve(String(Buffer.concat(await response.toArray())))).on('error', reject)
  })
}
const seen = {
  'its port': await route(`http://127.0.0.1:${emulator}/*`),
  'no port': await route('http://127.0.0.1/*'),
}
const known = { 'its port': 'by the proxy', 'no port': 'direct' }

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node --no-warnings check.mjs
