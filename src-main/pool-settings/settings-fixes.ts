import type { SettingsObject } from './read-settings.ts'

/** A change of an app client for one way in which clients are kept. */
export interface SettingsFix {
  readonly kind: 'aws cli' | 'cdk' | 'cloudformation' | 'terraform'
  readonly text: string
}

/** What Describe tells and Update does not take. */
const readOnly = ['ClientSecret', 'CreationDate', 'LastModifiedDate']

/** Members of UserPoolClientOptions in the CDK, where they are called otherwise. */
const cdkFlows: Readonly<Record<string, string>> = {
  ALLOW_ADMIN_USER_PASSWORD_AUTH: 'adminUserPassword',
  ALLOW_CUSTOM_AUTH: 'custom',
  ALLOW_USER_AUTH: 'user',
  ALLOW_USER_PASSWORD_AUTH: 'userPassword',
  ALLOW_USER_SRP_AUTH: 'userSrp',
}

/**
 * What makes a change of an app client. The line of the AWS CLI holds every other setting too: what
 * UpdateUserPoolClient is not given falls back to its default.
 */
export function settingsFixes(
  client: SettingsObject,
  change: SettingsObject,
): readonly SettingsFix[] {
  const whole = Object.fromEntries(
    Object.entries({ ...client, ...change }).filter(([name]) => !readOnly.includes(name)),
  )
  return [
    { kind: 'aws cli', text: cliText('update-user-pool-client', whole) },
    { kind: 'cdk', text: cdkText(change) },
    ...templateLines(change),
  ]
}

/** Where the secret of an app client is read: it cannot be changed, and is in no template. */
export const secretLines = ({ ClientId, UserPoolId }: SettingsObject): readonly SettingsFix[] => [
  {
    kind: 'aws cli',
    text: `${cliText('describe-user-pool-client', { UserPoolId, ClientId })} --query UserPoolClient.ClientSecret --output text`,
  },
  { kind: 'cdk', text: 'client.userPoolClientSecret' },
  { kind: 'cloudformation', text: '!GetAtt <app client>.ClientSecret' },
  { kind: 'terraform', text: 'aws_cognito_user_pool_client.<app client>.client_secret' },
]

/** What gives an app client a secret, which only a new client can have. */
export const withSecretLines = ({
  ClientName,
  UserPoolId,
}: SettingsObject): readonly SettingsFix[] => [
  {
    kind: 'aws cli',
    text: cliText('create-user-pool-client', { UserPoolId, ClientName, GenerateSecret: true }),
  },
  { kind: 'cdk', text: 'generateSecret: true,' },
  ...templateLines({ GenerateSecret: true }),
]

/** What makes MFA optional; SetUserPoolMfaConfig resets what it is not given. */
export const optionalMfaLines = (
  userPoolId: unknown,
  mfa: SettingsObject,
): readonly SettingsFix[] => [
  {
    kind: 'aws cli',
    text: cliText('set-user-pool-mfa-config', {
      UserPoolId: userPoolId,
      ...mfa,
      MfaConfiguration: 'OPTIONAL',
    }),
  },
  { kind: 'cdk', text: 'mfa: Mfa.OPTIONAL,' },
  ...templateLines({ MfaConfiguration: 'OPTIONAL' }),
]

/** What changes a user. Users are data: of the templates, Terraform alone knows how they are. */
export const userLines = (
  operation: string,
  userPoolId: unknown,
  { Username }: SettingsObject,
  terraform?: string,
): readonly SettingsFix[] => [
  { kind: 'aws cli', text: cliText(operation, { UserPoolId: userPoolId, Username }) },
  ...(terraform === undefined ? [] : [{ kind: 'terraform', text: terraform } as const]),
]

const cliText = (operation: string, input: SettingsObject): string =>
  `aws cognito-idp ${operation} --cli-input-json '${JSON.stringify(input).replaceAll("'", String.raw`'\''`)}'`

const templateLines = (change: SettingsObject): readonly SettingsFix[] => [
  {
    kind: 'cloudformation',
    text: Object.entries(change)
      .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
      .join('\n'),
  },
  {
    kind: 'terraform',
    text: Object.entries(change)
      .map(([name, value]) => terraformText(name, value))
      .join('\n'),
  },
]

/** An object is a block, everything else an argument. */
const terraformText = (name: string, value: unknown): string =>
  isObject(value)
    ? `${snakeCase(name)} {\n${Object.entries(value)
        .map(([member, each]) => `  ${terraformText(member, each)}`)
        .join('\n')}\n}`
    : `${snakeCase(name)} = ${JSON.stringify(value)}`

const isObject = (value: unknown): value is SettingsObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function cdkText(change: SettingsObject): string {
  const flows = change['ExplicitAuthFlows']
  if (Array.isArray(flows)) {
    const members = flows.flatMap((flag) => cdkFlows[String(flag)] ?? [])
    // Of an empty object the CDK makes no list at all, which turns SRP and custom sign-in on.
    const on = members.map((name) => `${name}: true`).join(', ') || 'userSrp: false'
    return `authFlows: { ${on} },`
  }
  return change['PreventUserExistenceErrors'] === 'ENABLED'
    ? 'preventUserExistenceErrors: true,'
    : Object.entries(change)
        .map(
          ([name, value]) =>
            `(client.node.defaultChild as CfnUserPoolClient).${camelCase(name)} = ${JSON.stringify(camelCased(value))}`,
        )
        .join('\n')
}

const camelCase = (name: string): string => `${name[0]?.toLowerCase() ?? ''}${name.slice(1)}`

const camelCased = (value: unknown): unknown =>
  isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([name, each]) => [camelCase(name), each]))
    : value

const snakeCase = (name: string): string =>
  name.replaceAll(/([a-z])([A-Z])/g, '$1_$2').toLowerCase()
