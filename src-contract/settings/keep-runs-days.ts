import type { NumberSetting } from './setting.ts'

export const keepRunsDays = {
  key: 'keepRunsDays',
  group: 'Secrets and history',
  title: 'Delete runs by age',
  note: 'Pinned runs are kept. What will be deleted is shown first.',
  kind: 'number',
  min: 0,
  max: 36_500,
  offered: [0, 7, 30, 90, 365],
  label: (days) => (days === 0 ? 'never' : `after ${String(days)} ${days === 1 ? 'day' : 'days'}`),
  default: 0,
} as const satisfies NumberSetting
