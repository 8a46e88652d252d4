import type { Secret } from '#engine/secret/secret.ts'

/** The protocols that a proxy is spoken to by. */
export const proxyProtocols = ['http', 'https', 'socks4', 'socks5'] as const

/** A proxy that a call goes through. */
export interface ProxyRoute {
  readonly protocol: (typeof proxyProtocols)[number]
  /** Without brackets where it is an IPv6 address. */
  readonly host: string
  readonly port: number
  readonly login?: { readonly username: string; readonly password: Secret }
  /** Where the proxy was configured. */
  readonly source: 'profile' | 'settings' | 'environment' | 'system'
}

/** Finds the proxy for a URL; nothing when the connection is direct. */
export type FindProxy = (url: URL) => Promise<ProxyRoute | undefined>

/** `host:port` of a proxy, for people. */
export const proxyAddress = ({ host, port }: Pick<ProxyRoute, 'host' | 'port'>): string =>
  `${host.includes(':') ? `[${host}]` : host}:${String(port)}`
