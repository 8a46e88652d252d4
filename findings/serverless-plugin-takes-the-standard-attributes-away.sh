#!/usr/bin/env bash
# A deployment that adds one custom attribute makes the e-mail address vanish from every id token.
#
# Software: serverless-cognito-add-custom-attributes 0.3.1, with aws-sdk 2.1693.0 (by which Serverless 3 sends its calls)
# Expected: the app client may read and write the new attribute beside those that it could read and write before.
# Seen:     an app client that never had a list of its own has no ReadAttributes in DescribeUserPoolClient: it may then read
#           all standard attributes, says the API reference. The plugin appends to the missing list and sends
#           ["custom:plan"], so that email, name and the others are left out, for writing as well. With a list it appends.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund serverless-cognito-add-custom-attributes@0.3.1 aws-sdk@2.1693.0
cat > check.cjs <<'EOF'
const { createServer } = require('node:http')
const AWS = require('aws-sdk')
const Plugin = require('serverless-cognito-add-custom-attributes')

const ids = { UserPoolId: 'eu-west-1_AbCdEf123', ClientId: 'exampleclientid' }
const outputs = [
  { OutputKey: 'Pool', OutputValue: ids.UserPoolId },
  { OutputKey: 'Client', OutputValue: ids.ClientId },
]
const settings = {
  CognitoUserPoolIdOutputKey: 'Pool',
  CognitoUserPoolClientIdOutputKey: 'Client',
  CustomAttributes: [{ Name: 'plan', AttributeDataType: 'String', Mutable: true }],
}

async function deploy(appClient) {
  const answers = {
    DescribeUserPool: { UserPool: { Id: ids.UserPoolId, SchemaAttributes: [{ Name: 'email' }] } },
    AddCustomAttributes: {},
    DescribeUserPoolClient: { UserPoolClient: { ...ids, ...appClient } },
    UpdateUserPoolClient: {},
  }
  let update
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => (body += chunk))
    request.on('end', () => {
      const operation = request.headers['x-amz-target'].split('.')[1]
      if (operation === 'UpdateUserPoolClient') update = JSON.parse(body)
      response.setHeader('content-type', 'application/x-amz-json-1.1')
      response.end(JSON.stringify(answers[operation]))
    })
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const cognito = new AWS.CognitoIdentityServiceProvider({
    endpoint: `http://127.0.0.1:${server.address().port}`,
    region: 'eu-west-1',
    accessKeyId: 'example',
    secretAccessKey: 'example',
  })
  const provider = {
    naming: { getStackName: () => 'example' },
    request: async (service, method, parameters) =>
      service === 'CloudFormation' ? { Stacks: [{ Outputs: outputs }] } : cognito[method](parameters).promise(),
  }
  const serverless = {
    getProvider: () => provider,
    cli: { log: () => undefined },
    service: { custom: { CognitoAddCustomAttributes: settings } },
  }
  await new Plugin(serverless, {}).hooks['after:deploy:deploy']()
  server.close()
  return { read: update.ReadAttributes, write: update.WriteAttributes }
}

async function main() {
  const seen = {
    'all standard attributes': await deploy({}),
    'a list': await deploy({ ReadAttributes: ['email', 'name'], WriteAttributes: ['name'] }),
  }
  const known = {
    'all standard attributes': { read: ['custom:plan'], write: ['custom:plan'] },
    'a list': { read: ['email', 'name', 'custom:plan'], write: ['name', 'custom:plan'] },
  }

  const same = JSON.stringify(seen) === JSON.stringify(known)
  console.log(same ? 'as described:' : 'changed:', seen)
  process.exit(same ? 0 : 1)
}
void main()
EOF
node --no-deprecation --no-warnings check.cjs
