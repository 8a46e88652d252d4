import type { KeysSetting } from './setting.ts'

export const keys = {
  key: 'keys',
  group: 'Appearance',
  title: 'Keyboard shortcuts',
  note: 'Every command of the window can have keys of your own.',
  kind: 'keys',
  default: {},
} as const satisfies KeysSetting
