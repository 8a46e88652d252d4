// One file of each kind, as its tool writes it, with ids that nobody has.
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reveal } from '../secret/secret.ts'
import type { Connection } from './connection.ts'
import { recogniseInput } from './recognise-input.ts'

const samples = new URL('samples/', import.meta.url)
const sample = (name: string) => readFileSync(new URL(name, samples), 'utf8')

/** `userPoolId eu-central-1_Shop12345 (auth.user_pool_id)`, and so on. */
function shown({ clientSecret, fields, missing }: Connection): readonly string[] {
  return [
    ...Object.values(fields).map(({ field, place, text }) => `${field} ${text} (${place})`),
    ...(clientSecret ? [`secret ${reveal(clientSecret.secret)} (${clientSecret.place})`] : []),
    ...missing.map((field) => `no ${field}`),
  ].sort()
}

function connectionsIn(text: string) {
  const recognised = recogniseInput(text)
  return recognised.kind === 'connections'
    ? { source: recognised.source, connections: recognised.connections.map(shown) }
    : recognised
}

const expected: Readonly<Record<string, readonly [source: string, ...string[][]]>> = {
  'amplify_outputs.json': [
    'amplify_outputs.json',
    [
      'clientId 1shopweb23456789abcdefghij (auth.user_pool_client_id)',
      'region eu-central-1 (auth.user_pool_id)',
      'userPoolId eu-central-1_Shop12345 (auth.user_pool_id)',
    ],
  ],
  'amplify_outputs.dart': [
    'amplify_outputs.json',
    [
      'clientId 1shopweb23456789abcdefghij (auth.user_pool_client_id)',
      'region eu-central-1 (auth.user_pool_id)',
      'userPoolId eu-central-1_Shop12345 (auth.user_pool_id)',
    ],
  ],
  'aws-exports.js.txt': [
    'aws-exports.js',
    [
      'clientId 2exportsweb456789abcdefghi (line 9)',
      'region us-west-2 (line 8)',
      'userPoolId us-west-2_Exports01 (line 8)',
    ],
  ],
  'amplifyconfiguration.json': [
    'amplifyconfiguration.json',
    [
      'clientId 3phoneapp56789abcdefghijkl (auth.plugins.awsCognitoAuthPlugin.CognitoUserPool.Default.AppClientId)',
      'flow USER_SRP_AUTH (auth.plugins.awsCognitoAuthPlugin.Auth.Default.authenticationFlowType)',
      'region ap-southeast-2 (auth.plugins.awsCognitoAuthPlugin.CognitoUserPool.Default.PoolId)',
      'secret sample-client-secret-of-the-phone (auth.plugins.awsCognitoAuthPlugin.CognitoUserPool.Default.AppClientSecret)',
      'userPoolId ap-southeast-2_Phone0001 (auth.plugins.awsCognitoAuthPlugin.CognitoUserPool.Default.PoolId)',
    ],
  ],
  'awsconfiguration.json': [
    'amplifyconfiguration.json',
    [
      'clientId 4oldphone6789abcdefghijklm (CognitoUserPool.Default.AppClientId)',
      'region us-east-1 (CognitoUserPool.Default.PoolId)',
      'userPoolId us-east-1_OldPhone1 (CognitoUserPool.Default.PoolId)',
    ],
  ],
  'next.env': [
    '.env file',
    [
      'clientId 5nextapp789abcdefghijklmno (line 3)',
      'region eu-west-1 (line 2)',
      'secret sample-client-secret-of-next (line 4)',
      'userPoolId eu-west-1_NextPool1 (line 2)',
    ],
  ],
  'vite.env': [
    '.env file',
    [
      'clientId 6viteadmin9abcdefghijklmno (line 2)',
      'region eu-west-1 (line 1)',
      'userPoolId eu-west-1_VitePool1 (line 1)',
    ],
    [
      'clientId 7viteshop89abcdefghijklmno (line 3)',
      'region eu-west-1 (line 1)',
      'userPoolId eu-west-1_VitePool1 (line 1)',
    ],
  ],
  'emulator.env': [
    '.env file',
    [
      'clientId clientid1 (line 3)',
      'endpoint http://127.0.0.1:9229 (line 1)',
      'no region',
      'userPoolId local_6uohGxKl (line 2)',
    ],
  ],
  'cdk-outputs.json': [
    'JSON file with stack outputs',
    [
      'clientId 8cdkshop9abcdefghijklmnopq (AuthStack.ShopUserPoolClientIdE5F6A7B8)',
      'region eu-north-1 (AuthStack.ShopUserPoolIdA1B2C3D4)',
      'userPoolId eu-north-1_CdkShop01 (AuthStack.ShopUserPoolIdA1B2C3D4)',
    ],
    [
      'clientId 9cdkadminabcdefghijklmnopq (AuthStack.AdminUserPoolClientId)',
      'region eu-north-1 (AuthStack.AdminUserPoolId)',
      'userPoolId eu-north-1_CdkAdmin1 (AuthStack.AdminUserPoolId)',
    ],
  ],
  'describe-stacks.json': [
    'CloudFormation outputs',
    [
      'clientId 10stackwebabcdefghijklmnop (Stacks[0].Outputs.WebClientId)',
      'region us-east-2 (Stacks[0].Outputs.UserPoolArn)',
      'userPoolId us-east-2_Stack0001 (Stacks[0].Outputs.UserPoolArn)',
    ],
  ],
  'terraform-output.json': [
    'Terraform outputs',
    [
      'clientId 11tfoutputabcdefghijklmnop (cognito.client_id)',
      'region ca-central-1 (cognito.user_pool_id)',
      'secret sample-client-secret-of-terraform (cognito_client_secret)',
      'userPoolId ca-central-1_TfOutput1 (cognito.user_pool_id)',
    ],
  ],
  'terraform.tfstate': [
    'Terraform state',
    [
      'clientId 12tfwebabcdefghijklmnopqrs (aws_cognito_user_pool_client.web.id)',
      'flow USER_AUTH (aws_cognito_user_pool_client.web.explicit_auth_flows)',
      'name shop-web (aws_cognito_user_pool_client.web.name)',
      'region sa-east-1 (aws_cognito_user_pool_client.web.user_pool_id)',
      'userPoolId sa-east-1_TfState01 (aws_cognito_user_pool_client.web.user_pool_id)',
    ],
    [
      'authSessionValidity 5 (aws_cognito_user_pool_client.server.auth_session_validity)',
      'clientId 13tfserverabcdefghijklmnop (aws_cognito_user_pool_client.server.id)',
      'flow USER_PASSWORD_AUTH (aws_cognito_user_pool_client.server.explicit_auth_flows)',
      'name shop-server (aws_cognito_user_pool_client.server.name)',
      'region sa-east-1 (aws_cognito_user_pool_client.server.user_pool_id)',
      'secret sample-client-secret-of-state (aws_cognito_user_pool_client.server.client_secret)',
      'userPoolId sa-east-1_TfState01 (aws_cognito_user_pool_client.server.user_pool_id)',
    ],
  ],
  'describe-user-pool-client.json': [
    'description of an app client (AWS CLI)',
    [
      'authSessionValidity 15 (UserPoolClient.AuthSessionValidity)',
      'clientId 14describedabcdefghijklmno (UserPoolClient.ClientId)',
      'flow USER_SRP_AUTH (UserPoolClient.ExplicitAuthFlows)',
      'name shop-server (UserPoolClient.ClientName)',
      'region eu-central-1 (UserPoolClient.UserPoolId)',
      'secret sample-client-secret-described (UserPoolClient.ClientSecret)',
      'userPoolId eu-central-1_Describe1 (UserPoolClient.UserPoolId)',
    ],
  ],
  'samconfig.toml': [
    'samconfig.toml',
    [
      'clientId 15samclientabcdefghijklmno (line 7)',
      'region eu-south-1 (line 7)',
      'userPoolId eu-south-1_SamPool01 (line 7)',
    ],
  ],
  'configure.ts.txt': [
    'program text',
    [
      'clientId 16codeclientabcdefghijklmn (line 7)',
      'endpoint http://localhost:9229 (line 8)',
      'region us-gov-west-1 (line 6)',
      'userPoolId us-gov-west-1_Code00001 (line 6)',
    ],
  ],
  'application.yml': [
    'program text',
    [
      'clientId 17springabcdefghijklmnopqr (line 7)',
      'region eu-west-3 (line 11)',
      'secret sample-client-secret-of-spring (line 8)',
      'userPoolId eu-west-3_Spring001 (line 11)',
    ],
  ],
  'strings.xml': [
    'program text',
    [
      'clientId 18androidabcdefghijklmnopq (line 3)',
      'region us-east-1 (line 2)',
      'userPoolId us-east-1_Strings01 (line 2)',
    ],
  ],
  'curl.txt': [
    'curl command',
    [
      'clientId 19curlclientabcdefghijklmn (line 4, ClientId)',
      'flow USER_PASSWORD_AUTH (line 4, AuthFlow)',
      'no userPoolId',
      'region eu-central-1 (line 1)',
      'username ana (line 4, USERNAME)',
    ],
  ],
  'aws-cli.txt': [
    'AWS CLI command',
    [
      'clientId 20awscliabcdefghijklmnopqr (line 2, --client-id)',
      'flow USER_SRP_AUTH (line 2, --auth-flow)',
      'no userPoolId',
      'region eu-central-1 (line 1, --region)',
    ],
  ],
  'shared.authscope-profile.json': [
    'Authscope profile',
    [
      'authSessionValidity 3 (authSessionValidity)',
      'clientId 21sharedabcdefghijklmnopqr (clientId)',
      'colour red (colour)',
      'flow USER_AUTH (flow)',
      'name Shop, production (name)',
      'production true (production)',
      'region eu-central-1 (userPoolId)',
      'userPoolId eu-central-1_Shared001 (userPoolId)',
    ],
  ],
}

describe('the sample files', () => {
  it('are all read', () => {
    expect(readdirSync(samples).sort()).toEqual(Object.keys(expected).sort())
  })

  it.each(Object.entries(expected))('%s has its connections', (name, [source, ...connections]) => {
    expect(connectionsIn(sample(name))).toEqual({ source, connections })
  })

  it.each(Object.keys(expected))('%s is read the same with Windows line endings', (name) => {
    const text = sample(name)
    expect(connectionsIn(text.replaceAll('\n', '\r\n'))).toEqual(connectionsIn(text))
  })
})

const pool = ['region eu-central-1 (line 1)', 'userPoolId eu-central-1_AbCdEf123 (line 1)']
const client = 'clientId 1example23456789abcdefghij (line 1)'
const issuer = 'https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_AbCdEf123'
const login = 'https://shop.auth.eu-central-1.amazoncognito.com'

describe('pasted ids and addresses', () => {
  it.each([
    ['eu-central-1_AbCdEf123', ['no clientId', ...pool]],
    ['  "eu-central-1_AbCdEf123",', ['no clientId', ...pool]],
    ['eu-central-1_AbCdEf123 1example23456789abcdefghij', [client, ...pool]],
    ["'1example23456789abcdefghij' / 'eu-central-1_AbCdEf123'", [client, ...pool]],
    ['1example23456789abcdefghij', [client, 'no region', 'no userPoolId']],
    [
      'arn:aws:cognito-idp:eu-central-1:111122223333:userpool/eu-central-1_AbCdEf123',
      ['no clientId', ...pool],
    ],
    [issuer, ['no clientId', ...pool]],
    [`${issuer}/.well-known/jwks.json`, ['no clientId', ...pool]],
    [
      'https://eu-central-1.console.aws.amazon.com/cognito/v2/idp/user-pools/eu-central-1_AbCdEf123/applications/app-clients/1example23456789abcdefghij/overview?region=eu-central-1',
      [client, ...pool],
    ],
    [
      `${login}/login?client_id=1example23456789abcdefghij&redirect_uri=https://shop.example/`,
      [client, 'no userPoolId', 'region eu-central-1 (line 1)'],
    ],
    [
      'https://login.shop.example/oauth2/authorize?client_id=1example23456789abcdefghij',
      [client, 'no region', 'no userPoolId'],
    ],
    [
      'http://127.0.0.1:9229/local_6uohGxKl/.well-known/jwks.json',
      [
        'endpoint http://127.0.0.1:9229 (line 1)',
        'no clientId',
        'no region',
        'userPoolId local_6uohGxKl (line 1)',
      ],
    ],
  ])('%s is understood', (text, connection) => {
    expect(connectionsIn(text)).toMatchObject({ connections: [[...connection].sort()] })
  })
})

describe('an environment file', () => {
  it.each([
    ...['NEXT_PUBLIC_', 'VITE_', 'REACT_APP_', 'VUE_APP_', 'NUXT_PUBLIC_', 'EXPO_PUBLIC_'],
    ...['GATSBY_', 'PUBLIC_', 'NG_APP_', 'AWS_', ''],
  ])('with the prefix “%s” has its connection', (prefix) => {
    const text = `${prefix}COGNITO_USER_POOL_ID=eu-central-1_AbCdEf123\n${prefix}COGNITO_CLIENT_ID="1example23456789abcdefghij"\n`
    expect(connectionsIn(text)).toMatchObject({
      connections: [
        [
          'clientId 1example23456789abcdefghij (line 2)',
          'region eu-central-1 (line 1)',
          'userPoolId eu-central-1_AbCdEf123 (line 1)',
        ],
      ],
    })
  })
})

describe('other input', () => {
  it('that is a log is left to its importer', () => {
    const line =
      'DEBUG:botocore.endpoint:Making request for OperationModel(name=InitiateAuth) with params: {}'
    expect(recogniseInput(line).kind).not.toBe('connections')
  })

  it('that is a recording is left to its importer', () => {
    expect(recogniseInput('{"log":{"version":"1.2","entries":[]}}')).toMatchObject({
      kind: 'recording',
      source: 'HAR',
    })
  })

  it('that is a token is left to the token reader', () => {
    expect(recogniseInput('Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln').kind).toBe('token')
  })

  it('that is unknown is refused with what can be pasted', () => {
    for (const text of ['', '   \n', 'hello', '{"a":1}', 'https://example.com/'])
      expect(recogniseInput(text)).toMatchObject({
        kind: 'unknown',
        message: expect.stringContaining('Paste a user pool id'),
      })
  })

  it('of any form never throws', () => {
    const pieces = fc.constantFrom(
      ...['{', '}', '[', '"', "'", '=', ':', '\n', 'curl ', ' -d ', 'aws cognito-idp '],
      ...['eu-central-1_AbC', 'user_pool_id', 'https://', '__proto__', 'CLIENT_SECRET', 'auth'],
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 40 }), (parts) => {
        recogniseInput(parts.join(''))
      }),
      { numRuns: 500 },
    )
  })
})

describe('a client secret', () => {
  it('is never in what can be printed', () => {
    for (const name of Object.keys(expected)) {
      const printed = JSON.stringify(recogniseInput(sample(name)))
      expect(printed, name).not.toMatch(/sample-client-secret|sample-password/)
    }
  })

  it('is sent to no other client', () => {
    const text =
      'WEB_CLIENT_ID=1example23456789abcdefghij\nAPI_CLIENT_ID=2example23456789abcdefghij\nAPI_CLIENT_SECRET=abc\nUSER_POOL_ID=eu-central-1_AbCdEf123'
    const recognised = recogniseInput(text)
    expect(
      recognised.kind === 'connections' &&
        recognised.connections.map(({ clientSecret }) => clientSecret?.place),
    ).toEqual([undefined, 'line 3'])
  })
})
