import type { SwitchSetting } from './setting.ts'

export const checkForUpdates = {
  key: 'checkForUpdates',
  group: 'Updates',
  title: 'Check for updates at start',
  note: 'From the next start on, in packages that can update themselves. Installed when you quit.',
  kind: 'switch',
  default: false,
} as const satisfies SwitchSetting
