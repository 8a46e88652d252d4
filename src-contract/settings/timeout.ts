import type { NumberSetting } from './setting.ts'

export const timeout = {
  key: 'timeoutMs',
  group: 'Calls',
  title: 'Timeout per call',
  note: 'Including retries. A call that takes longer fails with a timeout.',
  kind: 'number',
  min: 1000,
  max: 600_000,
  offered: [5_000, 10_000, 30_000, 60_000, 120_000],
  label: (milliseconds) => `${String(milliseconds / 1000)} seconds`,
  default: 30_000,
} as const satisfies NumberSetting
