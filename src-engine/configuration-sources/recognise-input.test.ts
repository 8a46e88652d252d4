import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { connectionsIn } from './connections-under-test.ts'
import { recogniseInput } from './recognise-input.ts'

const pool = ['region eu-central-1 (line 1)', 'userPoolId eu-central-1_AbCdEf123 (line 1)']
const client = 'clientId 1example23456789abcdefghij (line 1)'
const issuer = 'https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_AbCdEf123'
const login = 'https://shop.auth.eu-central-1.amazoncognito.com'

describe('pasted IDs and URLs', () => {
  it.each([
    ['eu-central-1_AbCdEf123', ['no clientId', ...pool]],
    ['  "eu-central-1_AbCdEf123",', ['no clientId', ...pool]],
    ['eu-central-1_AbCdEf123 1example23456789abcdefghij', [client, ...pool]],
    ["'1example23456789abcdefghij' / 'eu-central-1_AbCdEf123'", [client, ...pool]],
    ['"eu-central-1_AbCdEf123", clientId: "1example23456789abcdefghij"', [client, ...pool]],
    [
      "new CognitoUserPool('eu-central-1_AbCdEf123', { ClientId: '1example23456789abcdefghij' })",
      [client, ...pool],
    ],
    ['pool=eu-central-1_AbCdEf123 client=1example23456789abcdefghij', [client, ...pool]],
    ['eu-central-1_AbCdEf123/1example23456789abcdefghij', [client, ...pool]],
    ['eu-central-1_AbCdEf123:1example23456789abcdefghij', [client, ...pool]],
    ['Pool eu-central-1_AbCdEf123 | client ID=1example23456789abcdefghij', [client, ...pool]],
    ['cognito-idp.eu-central-1.amazonaws.com/eu-central-1_AbCdEf123', ['no clientId', ...pool]],
    ['1example23456789abcdefghij', [client, 'no region', 'no userPoolId']],
    [
      'eu-central-1_AbCdEf123 example23456789abcdefghij1',
      ['clientId example23456789abcdefghij1 (line 1)', ...pool],
    ],
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
      'https://eusc-de-east-1.console.amazonaws-eusc.eu/cognito/v2/idp/user-pools/eusc-de-east-1_AbCdEf123/overview?region=eusc-de-east-1',
      [
        'no clientId',
        'region eusc-de-east-1 (line 1)',
        'userPoolId eusc-de-east-1_AbCdEf123 (line 1)',
      ],
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

it('of several pool IDs without a name none is taken for that of the named client', () => {
  const text = `clientId = '1example23456789abcdefghij' // eu-central-1_AbCdEf123, eu-west-1_AbCdEf456`
  expect(connectionsIn(text)).toMatchObject({
    connections: [[client, 'no region', 'no userPoolId']],
  })
})

describe('a request copied from DevTools', () => {
  const url = 'https://cognito-idp.eu-central-1.amazonaws.com/'
  const body = JSON.stringify({
    AuthFlow: 'USER_SRP_AUTH',
    ClientId: '1example23456789abcdefghij',
    AuthParameters: { USERNAME: 'ana', PASSWORD: 'a-password' },
  })
  const carets = (text: string) => text.replace(/[{}":,]/g, (sign) => `^${sign}`)
  it.each([
    ['as cURL (bash)', `curl '${url}' \\\n  --data-raw '${body}'`],
    ['as cURL (cmd)', `curl ^"${url}^" ^\n  --data-raw ^"${carets(body.replaceAll('"', '\\"'))}^"`],
    [
      'as fetch',
      `fetch("${url}", {\n  "headers": {}, "referrer": "https://shop.example/", "body": ${JSON.stringify(body)}, "method": "POST" });`,
    ],
    [
      'as PowerShell',
      `$session = New-Object Microsoft.PowerShell.Commands.WebRequestSession\nInvoke-WebRequest -UseBasicParsing -Uri "${url}" \`\n-Method "POST" \`\n-Body "${body.replaceAll('"', '`"')}"`,
    ],
  ])('%s has its client, flow and username, and no password', (_, text) => {
    const recognised = recogniseInput(text)
    expect(
      recognised.kind === 'connections' &&
        recognised.connections.map(({ fields }) =>
          Object.values(fields).map((one) => `${one.field} ${one.text}`),
        ),
    ).toEqual([
      [
        'clientId 1example23456789abcdefghij',
        'region eu-central-1',
        'username ana',
        'flow USER_SRP_AUTH',
      ],
    ])
    expect(JSON.stringify(recognised)).not.toContain('a-password')
  })
})

describe('an address of something else', () => {
  it.each([
    'Pool eu-central-1_AbCdEf123, client 1example23456789abcdefghij: see https://wiki.example.com',
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd"> eu-central-1_AbCdEf123 1example23456789abcdefghij',
  ])('beside the IDs is not the endpoint: %s', (text) => {
    expect(connectionsIn(text)).toMatchObject({ connections: [[client, ...pool].sort()] })
  })

  it.each([
    'OIDCProviderMetadataURL https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_AbCdEf123 OIDCClientID 1example23456789abcdefghij OIDCRedirectURI http://localhost:8080/',
    'eu-central-1_AbCdEf123 1example23456789abcdefghij http://localhost:8080/callback',
    '{"origin":"http://localhost:3000","subdomain":"example.auth.eu-central-1.amazoncognito.com","key":"1example23456789abcdefghij"} eu-central-1_AbCdEf123',
  ])('that is the application’s own on this machine is not the endpoint: %s', (text) => {
    expect(connectionsIn(text)).toMatchObject({ connections: [[client, ...pool].sort()] })
  })

  it('that is of managed login gives the region, without a scheme too', () => {
    const text = 'example.auth.eu-central-1.amazoncognito.com 1example23456789abcdefghij'
    expect(connectionsIn(text)).toMatchObject({
      connections: [[client, 'no userPoolId', 'region eu-central-1 (line 1)']],
    })
  })

  it('that is an emulator on this machine is the endpoint', () => {
    const text = 'local_6uohGxKl 1example23456789abcdefghij http://localhost:9229'
    expect(connectionsIn(text)).toMatchObject({
      connections: [expect.arrayContaining(['endpoint http://localhost:9229 (line 1)'])],
    })
  })
})

describe('an environment file', () => {
  it.each([
    'NEXT_PUBLIC_',
    'VITE_',
    'REACT_APP_',
    'VUE_APP_',
    'NUXT_PUBLIC_',
    'EXPO_PUBLIC_',
    'GATSBY_',
    'PUBLIC_',
    'NG_APP_',
    'AWS_',
    '',
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
        message: expect.stringContaining('Paste a user pool ID'),
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

describe('a file with several environments', () => {
  const values = (environment: string, digit: string) => ({
    clientId: `${digit}example23456789abcdefghij`,
    clientSecret: `secret-of-${environment}`,
    userPoolId: `eu-central-1_${environment}`,
  })
  const paired = [
    ['clientId 1example23456789abcdefghij', 'secret secret-of-dev', 'userPoolId eu-central-1_dev'],
    [
      'clientId 2example23456789abcdefghij',
      'secret secret-of-prod',
      'userPoolId eu-central-1_prod',
    ],
  ]
  const dev = values('dev', '1')
  const prod = values('prod', '2')
  const lines = (...names: ('clientId' | 'clientSecret' | 'userPoolId')[]) =>
    [dev, prod].flatMap((one) => names.map((name) => `${name}: ${one[name]}`)).join('\n')

  it.each([
    ['as members', JSON.stringify({ dev, prod })],
    ['with the pool first', lines('userPoolId', 'clientId', 'clientSecret')],
    ['with the client first', lines('clientId', 'clientSecret', 'userPoolId')],
    ['with the secret first', lines('clientSecret', 'clientId', 'userPoolId')],
  ])('%s gives each app client its own pool and secret', (_, text) => {
    const recognised = connectionsIn(text)
    expect(
      'connections' in recognised &&
        recognised.connections.map((one) =>
          one.filter((line) => !line.startsWith('region')).map((line) => line.split(' (')[0]),
        ),
    ).toEqual(paired)
  })

  it('gives a client that has no secret none', () => {
    const { clientSecret: _, ...without } = prod
    const recognised = connectionsIn(JSON.stringify({ dev, prod: without }))
    expect('connections' in recognised && recognised.connections[1]).toEqual([
      'clientId 2example23456789abcdefghij (prod.clientId)',
      'region eu-central-1 (prod.userPoolId)',
      'userPoolId eu-central-1_prod (prod.userPoolId)',
    ])
  })
})

describe('a client secret', () => {
  it('is sent to no other client', () => {
    const text =
      'WEB_CLIENT_ID=1example23456789abcdefghij\nAPI_CLIENT_ID=2example23456789abcdefghij\nAPI_CLIENT_SECRET=abc\nUSER_POOL_ID=eu-central-1_AbCdEf123'
    const recognised = recogniseInput(text)
    expect(
      recognised.kind === 'connections' &&
        recognised.connections.map(({ clientSecret }) => clientSecret?.place),
    ).toEqual([undefined, 'line 3'])
  })

  it('of Secrets Manager is read from the JSON in its text', () => {
    const values = {
      client_id: '1example23456789abcdefghij',
      client_secret: 'abc',
      user_pool_id: 'eu-central-1_AbCdEf123',
    }
    const answer = { Name: 'shop/cognito', SecretString: JSON.stringify(values) }
    expect(connectionsIn(JSON.stringify(answer))).toMatchObject({
      connections: [
        [
          'clientId 1example23456789abcdefghij (SecretString.client_id)',
          'region eu-central-1 (SecretString.user_pool_id)',
          'secret abc (SecretString.client_secret)',
          'userPoolId eu-central-1_AbCdEf123 (SecretString.user_pool_id)',
        ],
      ],
    })
  })

  it('of Pulumi is read under any name, once it is decrypted', () => {
    const secret = {
      '4dabf18193072939515e22adb298388d': '1b47061264138c4ac30d75fd1eb44270',
      plaintext: '"the \\"secret\\""',
    }
    const text = { clientId: '1example23456789abcdefghij', clientSecret: secret }
    expect(connectionsIn(JSON.stringify(text))).toMatchObject({
      connections: [expect.arrayContaining(['secret the "secret" (clientSecret)'])],
    })
  })

  it.each([
    ['Pulumi', '{"clientId":"1example23456789abcdefghij","clientSecret":"[secret]"}'],
    [
      'Pulumi, in its state',
      '{"clientId":"1example23456789abcdefghij","clientSecret":{"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270","ciphertext":"v1:AAAA:BBBB"}}',
    ],
    ['Terraform', 'client_id = "1example23456789abcdefghij"\nclient_secret = (sensitive value)\n'],
    [
      'Terraform, in a plan',
      'clientId: 1example23456789abcdefghij\nclientSecret: (known after apply)',
    ],
    ['a log of CI', 'CLIENT_ID=1example23456789abcdefghij\nCLIENT_SECRET=***\n'],
  ])('that %s has hidden is none', (_, text) => {
    const recognised = recogniseInput(text)
    expect(
      recognised.kind === 'connections' &&
        recognised.connections.map(({ clientSecret }) => clientSecret),
    ).toEqual([undefined])
  })
})
