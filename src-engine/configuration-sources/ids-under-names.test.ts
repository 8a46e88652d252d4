import { describe, expect, it } from 'vitest'
import { connectionName } from './connection.ts'
import { connectionsIn } from './connections-under-test.ts'
import { recogniseInput } from './recognise-input.ts'

describe('ids under names', () => {
  const [id, app, key] = ['eu-central-1_AbCdEf123', '1example23456789abcdefghij', 'the-secret']
  it.each([
    ['YAML, as the first key of a map', `env:\n  POOL_ID: ${id} # dev\n  CLIENT_ID: ${app}\n`],
    ['outputs that CDK prints', `Outputs:\nAuth.PoolId = ${id}\nAuth.ClientId = ${app}`],
    ['a TOML section', `[auth]\nuser_pool_id = "${id}"\nclient_id = "${app}"`],
    ['an INI section', `[auth]\nuser_pool_id = ${id}\nclient_id = ${app}`],
    ['one line of JavaScript', `module.exports = { env: { POOL: "${id}", CLIENT: "${app}" } }`],
    ['a Dockerfile', `FROM node\nENV POOL_ID=${id} CLIENT_ID=${app}`],
    ['Compose with defaults', `x:\n  P: \${P:-${id}}\n  C: \${C:-${app}}`],
    ['Gradle', `buildConfigField("String", "P", "\\"${id}\\"", "C", "\\"${app}\\"")`],
    [
      'names of OAuth',
      `POOL=${id}\nCLIENT=${app}\nCOGNITO_TOKEN_ENDPOINT=https://auth.example.com/x`,
    ],
    ['outputs with a client ID of 25 characters', `{"P":"${id}","AppClientF1":"${app.slice(1)}"}`],
    ['SAM, as it writes it', `parameter_overrides = "Pool=\\"${id}\\" Client=\\"${app}\\""`],
    ['SAM, without quotation marks', `parameter_overrides = "Pool=${id} Client=${app}"`],
  ])('are found in %s', (_, text) => {
    expect(connectionsIn(text)).toMatchObject({
      connections: [
        [
          expect.stringMatching(`^clientId 1?${app.slice(1)}`),
          expect.stringMatching('^region eu-central-1'),
          expect.stringMatching(`^userPoolId ${id}`),
        ],
      ],
    })
  })

  it.each([
    [
      '??',
      `userPoolId: process.env.POOL_ID ?? '${id}',\n  userPoolClientId: process.env.APP ?? '${app}',`,
    ],
    [
      '||',
      `userPoolId: process.env['POOL_ID'] || "${id}",\n  clientId: import.meta.env.APP || "${app}",`,
    ],
    [
      '??, over two lines',
      `const userPoolId =\n  process.env.POOL_ID ??\n  '${id}'\nconst clientId =\n  env.APP ??\n  '${app}'`,
    ],
    [
      'two of them, with a type',
      `userPoolId: (a.POOL ?? b.POOL ?? '${id}') as string,\n  clientId: (a.APP as string) || '${app}' as const`,
    ],
  ])('are found in source text as what stands behind %s', (_, source) => {
    const text = `${'// a line of a long file\n'.repeat(300)}export const auth = {\n  ${source}\n}\n`
    expect(connectionsIn(text)).toMatchObject({
      connections: [
        [
          expect.stringMatching(`^clientId ${app} `),
          expect.stringMatching('^region eu-central-1'),
          expect.stringMatching(`^userPoolId ${id} `),
        ],
      ],
    })
  })

  it('have the client secret that stands behind ??, and none where a variable stands alone', () => {
    const client = `clientId: env.APP ?? '${app}',\n`
    const fallback = connectionsIn(`${client}clientSecret: env.CLIENT_SECRET ?? '${key}',\n`)
    expect(fallback).toMatchObject({
      connections: [expect.arrayContaining([expect.stringMatching(`^secret ${key} `)])],
    })
    const alone = connectionsIn(`${client}clientSecret: process.env.CLIENT_SECRET,\n`)
    expect(JSON.stringify(alone)).not.toContain('secret ')
  })

  it('of resources that CloudFormation describes are no name of a profile', () => {
    const resource = (ResourceType: string, PhysicalResourceId: string) => ({
      LogicalResourceId: 'One',
      PhysicalResourceId,
      ResourceType,
    })
    const recognised = recogniseInput(
      JSON.stringify({
        StackResources: [
          resource('AWS::Cognito::UserPool', id),
          resource('AWS::Cognito::UserPoolClient', app),
        ],
      }),
    )
    expect(recognised.kind === 'connections' && recognised.connections.map(connectionName)).toEqual(
      [id],
    )
  })

  it('are found at the end of a text of megabytes', () => {
    const text = `${'key: value of nothing\n'.repeat(100_000)}pool_id: ${id}\nclient_id: ${app}`
    expect(connectionsIn(text)).toMatchObject({
      connections: [
        [
          `clientId ${app} (line 100002)`,
          'region eu-central-1 (line 100001)',
          `userPoolId ${id} (line 100001)`,
        ],
      ],
    })
  })

  it.each([
    ['spaces', `a: b${' '.repeat(200_000)}c`],
    ['letters', 'ab'.repeat(200_000)],
    ['bars', 'a: b || '.repeat(50_000)],
    ['question marks', `a: ${'b ?? '.repeat(80_000)}`],
  ])('are found after a line of very many %s', (_, line) => {
    expect(connectionsIn(`${line}\npool_id: ${id}`)).toMatchObject({
      connections: [expect.arrayContaining([`userPoolId ${id} (line 2)`])],
    })
  })

  it.each([
    ['Auth.js', `AUTH_COGNITO_ID=${app}\nAUTH_COGNITO_SECRET=${key}`],
    [
      'a pair of ECS',
      JSON.stringify([
        { name: 'A', value: app },
        { name: 'CLIENT_SECRET', value: key },
      ]),
    ],
    ['Kubernetes', `- name: CLIENT_ID\n  value: ${app}\n- name: CLIENT_SECRET\n  value: ${key}\n`],
    [
      'a Secret of Kubernetes',
      `data:\n  CLIENT_ID: ${app}\n---\nkind: Secret\ndata:\n  CLIENT_SECRET: ${btoa(key)}\n`,
    ],
    [
      'a Secret of Kubernetes with an anchor',
      `x: &key ${btoa(key)}\nkind: Secret\ndata:\n  CLIENT_ID: ${btoa(app)}\n  CLIENT_SECRET: *key\n`,
    ],
    [
      'a Secret of Kubernetes as JSON',
      JSON.stringify({ kind: 'Secret', data: { CLIENT_ID: btoa(app), CLIENT_SECRET: btoa(key) } }),
    ],
    ['Swift', `let appClientId: String = "${app}"\nlet clientSecret: String? = "${key}"`],
    [
      'a property list',
      `<key>CognitoIdentityUserPoolAppClientId</key><string>${app}</string>\n<key>AppClientSecret</key>\n<string>${key}</string>`,
    ],
    [
      'web.config',
      `<add key="Cognito:ClientId" value="${app}" />\n<add key="Cognito:ClientSecret" value="${key}" />`,
    ],
  ])('have the client secret of %s', (_, text) => {
    expect(connectionsIn(text)).toMatchObject({
      connections: [
        expect.arrayContaining([
          expect.stringMatching(`^clientId ${app}`),
          expect.stringMatching(`^secret ${key} `),
        ]),
      ],
    })
  })

  it.each([
    ['in an environment file', `CLIENT_ID=${app}\nCOGNITO_GOOGLE_CLIENT_SECRET=${key}`],
    ['in a JSON file', JSON.stringify({ clientId: app, google: { clientSecret: key } })],
    ['that is the name of a secret', `CLIENT_ID=${app}\nCLIENT_SECRET_ARN=${key}`],
  ])('have no client secret of others, %s', (_, text) => {
    expect(connectionsIn(text)).toMatchObject({
      connections: [
        [
          `clientId ${app} (${text.startsWith('{') ? 'clientId' : 'line 1'})`,
          'no region',
          'no userPoolId',
        ],
      ],
    })
  })

  it.each([
    [
      'a JWT authorizer of Serverless',
      `authorizers:\n  cognito:\n    type: jwt\n    issuerUrl: https://cognito-idp.eu-central-1.amazonaws.com/${id}\n    audience:\n      - ${app}\n`,
    ],
    [
      'a Perl application',
      `plugin OAuth2 => {\n  cognito => {\n    key            => '${app}',\n    secret         => '${'s3cret'.repeat(8)}',\n    well_known_url => 'https://cognito-idp.eu-central-1.amazonaws.com/${id}/.well-known/openid-configuration',\n  },\n};`,
    ],
  ])('include the only app client ID, whatever its name, in %s', (_, text) => {
    expect(connectionsIn(text)).toMatchObject({
      connections: [expect.arrayContaining([expect.stringContaining(`clientId ${app} `)])],
    })
  })

  it.each([
    `issuer: https://cognito-idp.eu-central-1.amazonaws.com/${id}\naudience:\n  - ${app}\n  - 2other3456789abcdefghijkl\n`,
    `issuer: https://cognito-idp.eu-central-1.amazonaws.com/${id}\ncookie_secret: ${app}\n`,
    `issuer: https://cognito-idp.eu-central-1.amazonaws.com/${id}\nimage: registry.example/${app}\n`,
  ])('include no app client ID that may be something else: %s', (text) => {
    expect(connectionsIn(text)).toMatchObject({
      connections: [expect.arrayContaining(['no clientId'])],
    })
  })

  it.each([
    `VUE_APP_COGNITO_CLIENT_ID=${app}`,
    `AuthStack.ClientId = ${app}`,
    `{"aud":"${app}"}`,
    `[{"name":"CLIENT_ID","value":"${app}"}]`,
    `<key>UserPoolAppClientId</key><string>${app}</string>`,
  ])('give no profile the name of a file format: %s', (text) => {
    const recognised = recogniseInput(text)
    expect(recognised.kind === 'connections' && recognised.connections.map(connectionName)).toEqual(
      [app],
    )
  })

  it('whose names end with hashes of the CDK are called after the words before these', () => {
    const [web, mobile] = ['1example23456789abcdefghij', '2example23456789abcdefghij']
    const recognised = recogniseInput(
      JSON.stringify({
        Auth: {
          PoolId9F8E7D6C: 'eu-central-1_AbCdEf123',
          WebClientIdA1B2C3D4: web,
          ExportsOutputRefMobileClientE5F6A7B8ABCDEF12: mobile,
        },
      }),
    )
    expect(recognised.kind === 'connections' && recognised.connections.map(connectionName)).toEqual(
      ['Web', 'Mobile'],
    )
  })
})
