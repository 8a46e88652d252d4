import { flows } from '#engine/catalogue/flows/index.ts'
import {
  settingsFixes,
  optionalMfaLines,
  secretLines,
  userLines,
  withSecretLines,
  type SettingsFix,
} from './settings-fixes.ts'
import type { PoolSettings, SettingsObject } from './read-settings.ts'

/** What a sign-in is about to do. */
export interface IntendedSignIn {
  /** AuthFlow. */
  readonly flow: string
  /** Whether the caller has a client secret. */
  readonly hasSecret: boolean
}

/** Something in the settings that prevents the sign-in, or changes its course. */
export interface SettingsFinding {
  /** Code of the rule of the diagnosis that a sign-in would lead to; empty where there is none. */
  readonly code: string
  readonly level: 'bad' | 'note'
  readonly text: string
  readonly lines: readonly SettingsFix[]
}

/** Checks a flow against the settings of its client, pool and user. */
export function checkSettings(
  { client, hasSecret, mfa, pool, user }: PoolSettings,
  intended: IntendedSignIn,
): readonly SettingsFinding[] {
  const userPoolId = client?.['UserPoolId'] ?? pool?.['Id']
  return [
    ...(client ? clientFindings(client, hasSecret ?? false, intended) : []),
    ...(user ? userFindings(user, intended, userPoolId) : []),
    ...(mfa ? mfaFindings(mfa, user, userPoolId) : []),
  ]
}

function clientFindings(
  client: SettingsObject,
  wantsSecret: boolean,
  { flow, hasSecret }: IntendedSignIn,
): readonly SettingsFinding[] {
  const found: SettingsFinding[] = []
  const enabled = textsOf(client['ExplicitAuthFlows'])
  const flag = flows.get(flow)?.appClientFlag
  const rotates = objectOf(client['RefreshTokenRotation'])['Feature'] === 'ENABLED'
  if (flag !== undefined && !enabled.includes(flag) && !enabled.includes(flow))
    found.push({
      code: 'AS1002',
      level: 'bad',
      text: `${flow} is off: ExplicitAuthFlows lacks ${flag}. It has ${enabled.join(', ') || 'no flow'}.`,
      lines: settingsFixes(client, { ExplicitAuthFlows: [...enabled.map(currentFlag), flag] }),
    })
  if (rotates && flow === 'REFRESH_TOKEN_AUTH')
    found.push({
      code: 'AS1008',
      level: 'bad',
      text: 'Refresh-token rotation is on: call GetTokensFromRefreshToken instead, or turn it off.',
      lines: settingsFixes(client, {
        RefreshTokenRotation: { Feature: 'DISABLED', RetryGracePeriodSeconds: 0 },
      }),
    })
  if (wantsSecret && !hasSecret)
    found.push({
      code: 'AS1201',
      level: 'bad',
      text: 'The app client has a secret, but none was provided: every call needs a SECRET_HASH.',
      lines: secretLines(client),
    })
  if (!wantsSecret && hasSecret)
    found.push({
      code: 'AS1203',
      level: 'bad',
      text: 'The app client has no secret, but one was provided: leave SECRET_HASH out, or create an app client with a secret.',
      lines: withSecretLines(client),
    })
  if (client['PreventUserExistenceErrors'] !== 'ENABLED')
    found.push({
      code: '',
      level: 'note',
      text: 'PreventUserExistenceErrors is not ENABLED: the client tells whether a user exists.',
      lines: settingsFixes(client, { PreventUserExistenceErrors: 'ENABLED' }),
    })
  return found
}

/** Flows were named so before they began with ALLOW_; an app client may not have both kinds. */
const currentFlag = (flag: string): string => formerFlags[flag] ?? flag

const formerFlags: Readonly<Record<string, string>> = {
  ADMIN_NO_SRP_AUTH: 'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  CUSTOM_AUTH_FLOW_ONLY: 'ALLOW_CUSTOM_AUTH',
  USER_PASSWORD_AUTH: 'ALLOW_USER_PASSWORD_AUTH',
}

/** What a status of a user leads to, with the rule that a sign-in would lead to, and what changes it. */
const statuses: Readonly<
  Record<string, readonly [code: string, text: string, operation?: string]>
> = {
  UNCONFIRMED: [
    'AS1111',
    'The user is not confirmed: every sign-in is refused, whatever the password.',
    'admin-confirm-sign-up',
  ],
  RESET_REQUIRED: [
    'AS1112',
    'The password has to be reset with ForgotPassword first.',
    'admin-reset-user-password',
  ],
  FORCE_CHANGE_PASSWORD: ['', 'The user has a temporary password, and is asked for a new one.'],
  EXTERNAL_PROVIDER: [
    'AS1101',
    'The user comes from an identity provider and has no password here.',
  ],
}

function userFindings(
  user: SettingsObject,
  { flow }: IntendedSignIn,
  userPoolId: unknown,
): readonly SettingsFinding[] {
  const found: SettingsFinding[] = []
  if (user['Enabled'] === false)
    found.push({
      code: 'AS1110',
      level: 'bad',
      text: 'The user is disabled.',
      lines: userLines('admin-enable-user', userPoolId, user, 'enabled = true'),
    })
  const [code, text, operation] = statuses[String(user['UserStatus'])] ?? []
  if (code !== undefined && text !== undefined && !flow.startsWith('REFRESH'))
    found.push({
      code,
      text,
      level: code === '' ? 'note' : 'bad',
      lines: operation === undefined ? [] : userLines(operation, userPoolId, user),
    })
  return found
}

function mfaFindings(
  mfa: SettingsObject,
  user: SettingsObject | undefined,
  userPoolId: unknown,
): readonly SettingsFinding[] {
  if (mfa['MfaConfiguration'] !== 'ON' || !user) return []
  const factors = textsOf(user['UserMFASettingList'])
  return factors.length > 0
    ? []
    : [
        {
          code: '',
          level: 'note',
          text: 'MFA is required and the user has no second factor: MFA_SETUP follows the password.',
          lines: optionalMfaLines(userPoolId, mfa),
        },
      ]
}

const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []

const objectOf = (value: unknown): SettingsObject =>
  typeof value === 'object' && value !== null ? (value as SettingsObject) : {}
