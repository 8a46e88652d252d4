import type { SwitchSetting } from './setting.ts'

export const keepNotices = {
  key: 'keepNotices',
  group: 'Appearance',
  title: 'Keep notices until dismissed',
  note: 'Otherwise most notices disappear after 5 or 10 seconds.',
  kind: 'switch',
  default: false,
} as const satisfies SwitchSetting
