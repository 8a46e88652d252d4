import type { TextSetting } from './setting.ts'

export const proxyUrl = {
  key: 'proxyUrl',
  group: 'Network',
  title: 'Manual proxy URL',
  note: 'http, https, socks4 or socks5. A proxy that needs a password: set HTTPS_PROXY instead.',
  kind: 'text',
  placeholder: 'http://proxy.example:3128',
  validate: (text) => {
    if (/^[^/]*\/\/[^/@]*:[^/@]*@/.test(text))
      return 'Remove the password: this file is not encrypted. Use HTTPS_PROXY instead.'
    return text === '' || /^(https?|socks[45]h?):\/\/[^\s/]+\/?$/.test(text)
      ? undefined
      : 'Enter a URL such as http://proxy.example:3128 or socks5://127.0.0.1:1080.'
  },
  default: '',
} as const satisfies TextSetting
