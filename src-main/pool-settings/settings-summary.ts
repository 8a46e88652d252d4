import { flows } from '#engine/catalogue/flows/index.ts'
import type { PoolSettings, SettingsObject } from './read-settings.ts'

/** What the settings say about a flow, in one line. */
export function settingsSummary(
  { client, hasSecret, mfa, user }: PoolSettings,
  flow: string,
): string {
  return [
    ...(client ? [flowText(client, flow), hasSecret ? 'client secret' : 'no client secret'] : []),
    ...(client && rotates(client) ? ['refresh-token rotation'] : []),
    ...(mfa ? [mfaTexts[String(mfa['MfaConfiguration'])] ?? 'MFA not known'] : []),
    ...(user ? [userText(user)] : []),
  ].join(' · ')
}

function flowText(client: SettingsObject, flow: string): string {
  const flag = flows.get(flow)?.appClientFlag
  const enabled = client['ExplicitAuthFlows']
  if (flag === undefined || !Array.isArray(enabled)) return flow
  return `${flow} is ${enabled.includes(flag) || enabled.includes(flow) ? 'on' : 'off'}`
}

const rotates = ({ RefreshTokenRotation: rotation }: SettingsObject): boolean =>
  typeof rotation === 'object' &&
  rotation !== null &&
  'Feature' in rotation &&
  rotation.Feature === 'ENABLED'

const mfaTexts: Readonly<Record<string, string>> = {
  OFF: 'MFA off',
  OPTIONAL: 'MFA optional',
  ON: 'MFA required',
}

const userText = ({ Enabled, Username, UserStatus }: SettingsObject): string =>
  `${String(Username)} is ${Enabled === false ? 'disabled' : String(UserStatus)}`
