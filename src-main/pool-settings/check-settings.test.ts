import { expect, it } from 'vitest'
import { checkSettings, type SettingsFinding } from './check-settings.ts'
import type { PoolSettings } from './read-settings.ts'

const client = {
  UserPoolId: 'eu-central-1_Pool1',
  ClientId: 'client1',
  ClientName: 'web',
  ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
  PreventUserExistenceErrors: 'ENABLED',
}

const found = (
  settings: Omit<PoolSettings, 'refused'>,
  flow = 'USER_SRP_AUTH',
  hasSecret = false,
) => checkSettings({ ...settings, refused: [] }, { flow, hasSecret })

const linesOf = ([finding]: readonly SettingsFinding[]) =>
  Object.fromEntries((finding?.lines ?? []).map(({ kind, text }) => [kind, text]))

it('has a line for each way of keeping a client, for every setting of it that stands in the way', () => {
  const others = [
    found({ client }, 'USER_PASSWORD_AUTH'),
    found({ client: { ...client, PreventUserExistenceErrors: 'LEGACY' } }),
    found(
      {
        client: {
          ...client,
          ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
          RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 10 },
        },
      },
      'REFRESH_TOKEN_AUTH',
    ),
    found({ client, hasSecret: true }),
    found({ client, hasSecret: false }, 'USER_SRP_AUTH', true),
    found({ client, mfa: { MfaConfiguration: 'ON' }, user: { Username: 'ada' } }),
  ]
  for (const findings of others) {
    expect(findings).toHaveLength(1)
    expect(Object.keys(linesOf(findings))).toEqual([
      'aws cli',
      'cdk',
      'cloudformation',
      'terraform',
    ])
  }
})

it('turns rotation off in the words of each way', () => {
  const lines = linesOf(
    found(
      { client: { ...client, RefreshTokenRotation: { Feature: 'ENABLED' } } },
      'REFRESH_TOKEN_AUTH',
    ).filter(({ code }) => code === 'AS1008'),
  )
  expect(lines['aws cli']).toContain('"RefreshTokenRotation":{"Feature":"DISABLED"')
  expect(lines['cdk']).toBe(
    '(client.node.defaultChild as CfnUserPoolClient).refreshTokenRotation = {"feature":"DISABLED","retryGracePeriodSeconds":0}',
  )
  expect(lines['terraform']).toBe(
    'refresh_token_rotation {\n  feature = "DISABLED"\n  retry_grace_period_seconds = 0\n}',
  )
})

it('names flows as they are named today, since an app client may not have both kinds', () => {
  const lines = linesOf(
    found({ client: { ...client, ExplicitAuthFlows: ['ADMIN_NO_SRP_AUTH'] } }, 'USER_AUTH'),
  )
  expect(lines['terraform']).toBe(
    'explicit_auth_flows = ["ALLOW_ADMIN_USER_PASSWORD_AUTH","ALLOW_USER_AUTH"]',
  )
})

it('keeps every other MFA setting in the line that makes MFA optional', () => {
  const mfa = { MfaConfiguration: 'ON', SoftwareTokenMfaConfiguration: { Enabled: true } }
  expect(linesOf(found({ client, mfa, user: { Username: 'ada' } }))['aws cli']).toBe(
    `aws cognito-idp set-user-pool-mfa-config --cli-input-json '{"UserPoolId":"eu-central-1_Pool1","MfaConfiguration":"OPTIONAL","SoftwareTokenMfaConfiguration":{"Enabled":true}}'`,
  )
})

it.each([
  [{ Enabled: false }, 'admin-enable-user'],
  [{ UserStatus: 'UNCONFIRMED' }, 'admin-confirm-sign-up'],
  [{ UserStatus: 'RESET_REQUIRED' }, 'admin-reset-user-password'],
])('changes a user with %j by %s', (of, operation) => {
  const user = { Username: "o'hara", ...of }
  expect(linesOf(found({ client, user }))['aws cli']).toBe(
    `aws cognito-idp ${operation} --cli-input-json '{"UserPoolId":"eu-central-1_Pool1","Username":"o'\\''hara"}'`,
  )
})
