#!/usr/bin/env bash
# A sign-in that the collector rejected counts as exported.
#
# Software: @opentelemetry/exporter-trace-otlp-http 0.223.1
# Expected: the export fails, or at least says how many spans were rejected: OTLP tells it in partialSuccess, with a message.
# Seen:     the result is success, without an error. A login page that a gateway sends in place of the collector, with status 200, is a success as well.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --legacy-peer-deps @opentelemetry/exporter-trace-otlp-http@0.223.1 @opentelemetry/sdk-trace-node@2.12.1 @opentelemetry/api@1.9.1
cat > check.mjs <<'EOF'
import { createServer } from 'node:http'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node'

const memory = new InMemorySpanExporter()
const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(memory)] })
provider.getTracer('sign-in').startSpan('InitiateAuth').end()

const rejected = { partialSuccess: { rejectedSpans: '1', errorMessage: 'the quota is used up' } }
const seen = {}
for (const [name, status, type, body] of [
  ['accepted', 200, 'application/json', '{}'],
  ['rejected', 200, 'application/json', JSON.stringify(rejected)],
  ['login page', 200, 'text/html', '<html>Sign in</html>'],
  ['unauthorized', 401, 'application/json', '{}'],
]) {
  const collector = createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(status, { 'content-type': type }).end(body))
  })
  await new Promise((resolve) => collector.listen(0, '127.0.0.1', resolve))
  const exporter = new OTLPTraceExporter({ url: `http://127.0.0.1:${collector.address().port}/v1/traces` })
  const { code, error } = await new Promise((resolve) => exporter.export(memory.getFinishedSpans(), resolve))
  // 0 is success.
  seen[name] = code === 0 ? 'success' : error.message
}
const known = { accepted: 'success', rejected: 'success', 'login page': 'success', unauthorized: 'Unauthorized' }

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node --no-warnings check.mjs
