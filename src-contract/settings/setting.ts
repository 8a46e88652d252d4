/** The headings of the settings form, in their order. */
export const settingGroups = [
  'Appearance',
  'Calls',
  'Network',
  'Secrets and history',
  'Updates',
] as const

interface SettingBase {
  /** Its name in `settings.json`. */
  readonly key: string
  readonly group: (typeof settingGroups)[number]
  readonly title: string
  readonly note?: string
}

/** One of a few values; as radio buttons where there are few. */
export interface ChoiceSetting extends SettingBase {
  readonly kind: 'choice'
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly default: string
}

/** A whole number in a range, of which the form offers some. */
export interface NumberSetting extends SettingBase {
  readonly kind: 'number'
  readonly min: number
  readonly max: number
  readonly offered: readonly number[]
  readonly label: (value: number) => string
  readonly default: number
}

export interface SwitchSetting extends SettingBase {
  readonly kind: 'switch'
  readonly default: boolean
}

export interface TextSetting extends SettingBase {
  readonly kind: 'text'
  readonly placeholder: string
  /** Why a text cannot be taken; nothing when it can. */
  readonly validate: (text: string) => string | undefined
  readonly default: string
}

/** The keys that a person has given to commands of the window, instead of the default ones. */
export interface KeysSetting extends SettingBase {
  readonly kind: 'keys'
  readonly default: KeysOfCommands
}

/** By the id of a command: keys as Electron writes an accelerator; empty where it has none. */
export type KeysOfCommands = Readonly<Record<string, string>>

/** One setting: its schema, its default, its row in the form and its place in the file derive. */
export type Setting = ChoiceSetting | KeysSetting | NumberSetting | SwitchSetting | TextSetting
