import type { NumberSetting } from './setting.ts'

export const keepRunsMegabytes = {
  key: 'keepRunsMegabytes',
  group: 'Secrets and history',
  title: 'Delete runs by size',
  note: 'The oldest go first. Pinned runs are kept and not counted.',
  kind: 'number',
  min: 0,
  max: 1_000_000,
  offered: [0, 10, 100, 500, 1000],
  label: (megabytes) =>
    megabytes === 0 ? 'no limit' : `keep ${megabytes.toLocaleString('en')} MB`,
  default: 0,
} as const satisfies NumberSetting
