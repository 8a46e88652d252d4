import { getProxyForUrl } from 'proxy-from-env'
import { isLoopbackHost } from '#engine/wire/loopback.ts'
import type { FindProxy, ProxyRoute } from './proxy-route.ts'
import { readProxyUrl } from './read-proxy-url.ts'

/** How a profile, or the application, chooses its proxy. */
export type ProxySetting =
  /** HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY where one is set, else the system's settings. */
  | { readonly kind: 'automatic' }
  | { readonly kind: 'none' }
  | { readonly kind: 'manual'; readonly route: ProxyRoute }

/** Answers as a PAC file does (`PROXY proxy.example:3128; DIRECT`); Electron's in the window. */
export type ResolveSystemProxy = (url: string) => Promise<string>

/**
 * The way to find the proxy of each URL. A loopback address never goes through one, as in browsers.
 * @param resolveSystemProxy absent where there is no system to ask, as on the command line
 */
export function findProxyBy(
  setting: ProxySetting,
  resolveSystemProxy?: ResolveSystemProxy,
): FindProxy {
  return async (url) => {
    if (setting.kind === 'none' || isLoopbackHost(url.hostname)) return undefined
    if (setting.kind === 'manual') return setting.route
    const fromEnvironment = getProxyForUrl(url.href)
    if (fromEnvironment !== '') return readProxyUrl(fromEnvironment, 'environment')
    if (hasProxyVariable() || !resolveSystemProxy) return undefined
    return firstRoute(await resolveSystemProxy(url.href))
  }
}

/** A variable that is set and does not apply to a URL says that the URL is reached directly. */
const hasProxyVariable = (): boolean =>
  ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY'].some(
    (name) => (process.env[name] ?? process.env[name.toLowerCase()] ?? '') !== '',
  )

const pacProtocols: ReadonlyMap<string, ProxyRoute['protocol']> = new Map([
  ['PROXY', 'http'],
  ['HTTP', 'http'],
  ['HTTPS', 'https'],
  ['SOCKS', 'socks5'],
  ['SOCKS4', 'socks4'],
  ['SOCKS5', 'socks5'],
])

/** The first of the routes in a PAC answer that can be taken; nothing when that is DIRECT. */
export function firstRoute(pacAnswer: string): ProxyRoute | undefined {
  for (const entry of pacAnswer.split(';')) {
    const [kind = '', address = ''] = entry.trim().split(/\s+/)
    if (kind.toUpperCase() === 'DIRECT') return undefined
    const protocol = pacProtocols.get(kind.toUpperCase())
    if (protocol && address !== '') return readProxyUrl(`${protocol}://${address}`, 'system')
  }
  return undefined
}
