import type { NumberSetting } from './setting.ts'

export const zoom = {
  key: 'zoom',
  group: 'Appearance',
  title: 'Zoom',
  kind: 'number',
  min: 50,
  max: 300,
  offered: [50, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300],
  label: (percent) => `${String(percent)}%`,
  default: 100,
} as const satisfies NumberSetting
