import type { SwitchSetting } from './setting.ts'

export const keepHistory = {
  key: 'keepHistory',
  group: 'Secrets and history',
  title: 'Keep run history',
  note: 'Encrypted, with every request and response. Off: runs are discarded when you quit.',
  kind: 'switch',
  default: true,
} as const satisfies SwitchSetting
