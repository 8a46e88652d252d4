import type { SettingsObject } from './read-settings.ts'

/** A change of an app client for one way in which clients are kept. */
export interface MendingLine {
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
export function mendingLines(
  client: SettingsObject,
  change: SettingsObject,
): readonly MendingLine[] {
  const whole = Object.fromEntries(
    Object.entries({ ...client, ...change }).filter(([name]) => !readOnly.includes(name)),
  )
  return [
    {
      kind: 'aws cli',
      text: `aws cognito-idp update-user-pool-client --cli-input-json '${JSON.stringify(whole).replaceAll("'", String.raw`'\''`)}'`,
    },
    { kind: 'cdk', text: cdkText(change) },
    {
      kind: 'cloudformation',
      text: Object.entries(change)
        .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
        .join('\n'),
    },
    {
      kind: 'terraform',
      text: Object.entries(change)
        .map(([name, value]) => `${snakeCase(name)} = ${JSON.stringify(value)}`)
        .join('\n'),
    },
  ]
}

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
            `(client.node.defaultChild as CfnUserPoolClient).${name[0]?.toLowerCase() ?? ''}${name.slice(1)} = ${JSON.stringify(value)}`,
        )
        .join('\n')
}

const snakeCase = (name: string): string =>
  name.replaceAll(/([a-z])([A-Z])/g, '$1_$2').toLowerCase()
