#!/usr/bin/env bash
# An MCP client says that Cognito lacks PKCE, which Cognito has; another client, with the same pool, opens the login page.
#
# Software: @ai-sdk/mcp 2.0.99, against @modelcontextprotocol/sdk 1.32.2 (the addresses of the MCP server and of the pool are
#           played by a server here, with the members that a pool's OpenID configuration has)
# Expected: the user is sent to the login page with an S256 challenge. A pool takes it, but its OpenID configuration has no
#           code_challenge_methods_supported, which OpenID Connect Discovery does not define.
# Seen:     "Incompatible OIDC provider at ...: does not support S256 code challenge method", before the app client or
#           its settings matter. The SDK of the protocol goes on. With the member added to the configuration both do.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund @ai-sdk/mcp@2.0.99 @modelcontextprotocol/sdk@1.32.2 zod@4.6.7
cat > check.mjs <<'EOF'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { auth as aiSdk } from '@ai-sdk/mcp'
import { auth as protocolSdk } from '@modelcontextprotocol/sdk/client/auth.js'

const pool = '/eu-west-1_AbCdEf123'
let more = {}
const server = createServer((request, response) => {
  const json = (value) => {
    response.writeHead(200, { 'Content-Type': 'application/json' })
    response.end(JSON.stringify(value))
  }
  if (request.url.startsWith('/.well-known/oauth-protected-resource')) {
    json({ resource: `${address}/mcp`, authorization_servers: [`${address}${pool}`], scopes_supported: ['openid'] })
  } else if (request.url === `${pool}/.well-known/openid-configuration`) {
    json({
      issuer: `${address}${pool}`,
      authorization_endpoint: `${address}/oauth2/authorize`,
      token_endpoint: `${address}/oauth2/token`,
      userinfo_endpoint: `${address}/oauth2/userInfo`,
      jwks_uri: `${address}${pool}/.well-known/jwks.json`,
      id_token_signing_alg_values_supported: ['RS256'],
      response_types_supported: ['code', 'token'],
      scopes_supported: ['openid', 'email', 'phone', 'profile'],
      subject_types_supported: ['public'],
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
      ...more,
    })
  } else {
    response.writeHead(404).end()
  }
}).listen(0, '127.0.0.1')
await once(server, 'listening')
const address = `http://127.0.0.1:${server.address().port}`

async function signIn(auth) {
  let visited
  const redirectUrl = 'http://127.0.0.1/callback'
  const provider = {
    redirectUrl,
    clientMetadata: { client_name: 'Example', redirect_uris: [redirectUrl] },
    clientInformation: () => ({ client_id: 'exampleclientid' }),
    tokens: () => undefined,
    saveTokens: () => undefined,
    saveClientInformation: () => undefined,
    saveCodeVerifier: () => undefined,
    redirectToAuthorization: (url) => (visited = `${url.pathname} ${url.searchParams.get('code_challenge_method')}`),
  }
  const refusal = await auth(provider, { serverUrl: `${address}/mcp` }).then(
    () => undefined,
    (error) => error.message.replace(address, ''),
  )
  return refusal ?? visited
}

const both = async () => ({ aiSdk: await signIn(aiSdk), protocolSdk: await signIn(protocolSdk) })
const seen = { 'as Cognito answers': await both() }
more = { code_challenge_methods_supported: ['S256'] }
seen['with the member'] = await both()
server.close()
const page = '/oauth2/authorize S256'
const known = {
  'as Cognito answers': {
    aiSdk: `Incompatible OIDC provider at ${pool}/.well-known/openid-configuration: does not support S256 code challenge method required by MCP specification`,
    protocolSdk: page,
  },
  'with the member': { aiSdk: page, protocolSdk: page },
}

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', JSON.stringify(seen, undefined, 2))
process.exit(same ? 0 : 1)
EOF
node check.mjs
