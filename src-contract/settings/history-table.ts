import type { SwitchSetting } from './setting.ts'

export const historyTable = {
  key: 'historyTable',
  group: 'Secrets and history',
  title: 'Show the history as a wide table',
  kind: 'switch',
  default: false,
} as const satisfies SwitchSetting
