import type { NumberSetting } from './setting.ts'

export const clearClipboardAfter = {
  key: 'clearClipboardAfter',
  group: 'Secrets and history',
  title: 'Clear copied secrets',
  note: 'From the clipboard, if they are still there.',
  kind: 'number',
  min: 0,
  max: 3600,
  offered: [0, 10, 30, 60, 300],
  label: (seconds) => (seconds === 0 ? 'never' : `after ${String(seconds)} seconds`),
  default: 60,
} as const satisfies NumberSetting
