import type { KeysSetting } from './setting.ts'

export const keys = {
  key: 'keys',
  group: 'Appearance',
  title: 'Keyboard shortcuts',
  note: 'Choose your own keys for any command of the window.',
  kind: 'keys',
  default: {},
} as const satisfies KeysSetting
