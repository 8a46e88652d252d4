import type { ChoiceSetting } from './setting.ts'

export const proxy = {
  key: 'proxy',
  group: 'Network',
  title: 'Proxy',
  note: 'Automatic: HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY if set, else the system settings.',
  kind: 'choice',
  choices: [
    { value: 'automatic', label: 'Automatic' },
    { value: 'none', label: 'None' },
    { value: 'manual', label: 'Manual' },
  ],
  default: 'automatic',
} as const satisfies ChoiceSetting
