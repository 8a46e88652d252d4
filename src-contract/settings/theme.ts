import type { ChoiceSetting } from './setting.ts'

export const theme = {
  key: 'theme',
  group: 'Appearance',
  title: 'Theme',
  kind: 'choice',
  choices: [
    { value: 'system', label: 'Follow system' },
    { value: 'light', label: 'Light' },
    { value: 'dark', label: 'Dark' },
  ],
  default: 'system',
} as const satisfies ChoiceSetting
