import type { NumberSetting } from './setting.ts'

export const keepRunsMax = {
  key: 'keepRunsMax',
  group: 'Secrets and history',
  title: 'Delete runs by number',
  note: 'The oldest go first. Pinned runs are kept and not counted.',
  kind: 'number',
  min: 0,
  max: 10_000_000,
  offered: [0, 100, 1000, 10_000, 100_000],
  label: (runs) =>
    runs === 0 ? 'no limit' : `keep the newest ${runs === 1 ? 'run' : runs.toLocaleString('en')}`,
  default: 0,
} as const satisfies NumberSetting
