import type { ChoiceSetting } from './setting.ts'

export const density = {
  key: 'density',
  group: 'Appearance',
  title: 'Density',
  kind: 'choice',
  choices: [
    { value: 'compact', label: 'Compact' },
    { value: 'comfortable', label: 'Comfortable' },
  ],
  default: 'comfortable',
} as const satisfies ChoiceSetting
