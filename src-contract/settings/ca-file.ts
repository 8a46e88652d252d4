import type { TextSetting } from './setting.ts'

export const caFile = {
  key: 'caFile',
  group: 'Network',
  title: 'Additional certificate authorities',
  note: 'Path of a PEM file, as with NODE_EXTRA_CA_CERTS, which counts too.',
  kind: 'text',
  placeholder: '/etc/ssl/company-ca.pem',
  validate: () => undefined,
  default: '',
} as const satisfies TextSetting
