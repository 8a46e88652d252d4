import { flows } from '#engine/catalogue/flows/index.ts'
import { mendingLines, type MendingLine } from './mending-lines.ts'
import type { PoolSettings, SettingsObject } from './read-settings.ts'

/** What a sign-in is about to do. */
export interface IntendedSignIn {
  /** AuthFlow. */
  readonly flow: string
  /** Whether the caller has a client secret. */
  readonly hasSecret: boolean
}

/** Something in the settings that stands against the sign-in, or changes how it goes on. */
export interface SettingsFinding {
  /** Code of the rule of the diagnosis that a sign-in would lead to; empty where there is none. */
  readonly code: string
  readonly level: 'bad' | 'note'
  readonly text: string
  readonly lines: readonly MendingLine[]
}

/** Checks a flow against the settings of its client, pool and user. */
export function checkSettings(
  { client, hasSecret, mfa, user }: PoolSettings,
  intended: IntendedSignIn,
): readonly SettingsFinding[] {
  return [
    ...(client ? clientFindings(client, hasSecret ?? false, intended) : []),
    ...(user ? userFindings(user, intended) : []),
    ...(mfa ? mfaFindings(mfa, user) : []),
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
      ...{ code: 'AS1002', level: 'bad' },
      text: `${flow} is off: ExplicitAuthFlows has no ${flag}, but ${enabled.join(', ') || 'nothing'}.`,
      lines: mendingLines(client, { ExplicitAuthFlows: [...enabled, flag] }),
    })
  if (rotates && flow === 'REFRESH_TOKEN_AUTH')
    found.push({
      ...{ code: 'AS1008', level: 'bad' },
      text: 'Refresh-token rotation is on: call GetTokensFromRefreshToken in its place.',
      lines: [],
    })
  if (wantsSecret && !hasSecret)
    found.push({
      ...{ code: 'AS1201', level: 'bad' },
      text: 'The app client has a secret, and none is given: every call needs a SECRET_HASH.',
      lines: [],
    })
  if (!wantsSecret && hasSecret)
    found.push({
      ...{ code: 'AS1203', level: 'bad' },
      text: 'The app client has no secret, and one is given: leave SECRET_HASH out.',
      lines: [],
    })
  if (client['PreventUserExistenceErrors'] !== 'ENABLED')
    found.push({
      ...{ code: '', level: 'note' },
      text: 'PreventUserExistenceErrors is not ENABLED: the client tells whether a user exists.',
      lines: mendingLines(client, { PreventUserExistenceErrors: 'ENABLED' }),
    })
  return found
}

/** What a status of a user leads to, with the rule that a sign-in would lead to. */
const statuses: Readonly<Record<string, readonly [code: string, text: string]>> = {
  UNCONFIRMED: [
    'AS1111',
    'The user is not confirmed: every sign-in is refused, whatever the password.',
  ],
  RESET_REQUIRED: ['AS1112', 'The password has to be reset with ForgotPassword first.'],
  FORCE_CHANGE_PASSWORD: ['', 'The user has a temporary password, and is asked for a new one.'],
  EXTERNAL_PROVIDER: [
    'AS1101',
    'The user comes from an identity provider and has no password here.',
  ],
}

function userFindings(user: SettingsObject, { flow }: IntendedSignIn): readonly SettingsFinding[] {
  const found: SettingsFinding[] = []
  if (user['Enabled'] === false)
    found.push({ code: 'AS1110', level: 'bad', text: 'The user is disabled.', lines: [] })
  const [code, text] = statuses[String(user['UserStatus'])] ?? []
  if (code !== undefined && text !== undefined && !flow.startsWith('REFRESH'))
    found.push({ code, text, level: code === '' ? 'note' : 'bad', lines: [] })
  return found
}

function mfaFindings(
  mfa: SettingsObject,
  user: SettingsObject | undefined,
): readonly SettingsFinding[] {
  if (mfa['MfaConfiguration'] !== 'ON' || !user) return []
  const factors = textsOf(user['UserMFASettingList'])
  return factors.length > 0
    ? []
    : [
        {
          ...{ code: '', level: 'note' },
          text: 'MFA is required and the user has no second factor: MFA_SETUP follows the password.',
          lines: [],
        },
      ]
}

const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []

const objectOf = (value: unknown): SettingsObject =>
  typeof value === 'object' && value !== null ? (value as SettingsObject) : {}
