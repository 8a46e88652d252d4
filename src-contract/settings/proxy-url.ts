import type { TextSetting } from './setting.ts'

export const proxyUrl = {
  key: 'proxyUrl',
  group: 'Network',
  title: 'Manual proxy URL',
  note: 'http, https, socks4 or socks5, with a user name where it needs one: http://ada@proxy.example:3128. Its password is stored encrypted, below.',
  kind: 'text',
  placeholder: 'http://proxy.example:3128',
  validate: (text) => {
    if (/^[^/]*\/\/[^/@]*:[^/@]*@/.test(text))
      return 'Remove the password: this file is not encrypted. Enter it in the field below.'
    return text === '' || /^(https?|socks[45]h?):\/\/[^\s/]+\/?$/.test(text)
      ? undefined
      : 'Enter a URL such as http://proxy.example:3128 or socks5://127.0.0.1:1080.'
  },
  default: '',
} as const satisfies TextSetting
