import type { Agent } from 'node:http'
import { HttpsProxyAgent } from 'https-proxy-agent'
import { SocksProxyAgent } from 'socks-proxy-agent'
import { reveal } from '#engine/secret/secret.ts'
import { proxyAddress, type ProxyRoute } from './proxy-route.ts'
import type { TlsOptions } from './trust.ts'

/**
 * An agent whose connections go through a proxy to the host of each request: by CONNECT through an
 * HTTP proxy, else by SOCKS, with the name resolved at the proxy.
 * @param tls for a proxy that is itself reached by TLS
 */
export function tunnelAgent(route: ProxyRoute, tls: TlsOptions): Agent {
  const keepAlive = { keepAlive: true }
  switch (route.protocol) {
    case 'http':
    case 'https':
      return new HttpsProxyAgent(proxyUrl(route, route.protocol), { ...keepAlive, ...tls })
    case 'socks4':
      return new SocksProxyAgent(proxyUrl(route, 'socks4a'), keepAlive)
    case 'socks5':
      return new SocksProxyAgent(proxyUrl(route, 'socks5h'), keepAlive)
  }
}

/** Whether two routes are the same proxy with the same user name and password. */
export const isSameRoute = (one: ProxyRoute, other: ProxyRoute): boolean =>
  proxyUrl(one, one.protocol).href === proxyUrl(other, other.protocol).href

function proxyUrl(route: ProxyRoute, protocol: string): URL {
  const { login } = route
  const user = login
    ? `${encodeURIComponent(login.username)}:${encodeURIComponent(reveal(login.password))}@`
    : ''
  return new URL(`${protocol}://${user}${proxyAddress(route)}`)
}

/** The value of Proxy-Authorization for a request that is sent to the proxy itself. */
export const proxyAuthorization = ({ username, password }: NonNullable<ProxyRoute['login']>) =>
  `Basic ${Buffer.from(`${username}:${reveal(password)}`).toString('base64')}`
