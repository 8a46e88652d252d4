import type { TextSetting } from './setting.ts'

export const caFile = {
  key: 'caFile',
  group: 'Network',
  title: 'Additional certificate authorities',
  note: 'Path of a PEM file. NODE_EXTRA_CA_CERTS is used too.',
  kind: 'text',
  placeholder: '/etc/ssl/company-ca.pem',
  validate: () => undefined,
  default: '',
} as const satisfies TextSetting
