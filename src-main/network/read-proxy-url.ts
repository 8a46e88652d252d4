import { Secret } from '#engine/secret/secret.ts'
import { proxyProtocols, type ProxyRoute } from './proxy-route.ts'

const defaultPorts: Readonly<Record<ProxyRoute['protocol'], number>> = {
  http: 80,
  https: 443,
  socks4: 1080,
  socks5: 1080,
}

/** Spellings of other programs: `socks5h` resolves names at the proxy, as Authscope always does. */
const spellings: ReadonlyMap<string, ProxyRoute['protocol']> = new Map([
  ...proxyProtocols.map((protocol) => [protocol, protocol] as const),
  ['socks', 'socks5'],
  ['socks4a', 'socks4'],
  ['socks5h', 'socks5'],
])

/**
 * Reads a proxy's URL, as HTTPS_PROXY contains it; without a protocol it is an HTTP proxy.
 * @throws TypeError with a sentence that does not repeat the URL, which may contain a password
 */
export function readProxyUrl(text: string, source: ProxyRoute['source']): ProxyRoute {
  const trimmed = text.trim()
  const hasProtocol = /^[a-z][a-z\d+.-]*:\/\//i.test(trimmed)
  const url = parsed(hasProtocol ? trimmed : `http://${trimmed}`)
  const protocol = spellings.get(url?.protocol.replace(/:$/, '') ?? '')
  if (!url?.hostname || !protocol)
    throw new TypeError(
      'The proxy is not a URL such as http://proxy.example:3128 or socks5://127.0.0.1:1080.',
    )
  const { hostname, password, port, username } = url
  return {
    protocol,
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? defaultPorts[protocol] : Number(port),
    ...(username !== '' && {
      login: {
        username: decoded(username),
        password: Secret.of('password', decoded(password)),
      },
    }),
    source,
  }
}

function parsed(text: string): URL | undefined {
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}

/** A password with a bare percent sign in it is taken literally. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
