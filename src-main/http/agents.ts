import * as http from 'node:http'
import * as https from 'node:https'
import { networkOf, type Network } from '#main/network/network.ts'
import type { ProxyRoute } from '#main/network/proxy-route.ts'
import type { TlsOptions } from '#main/network/trust.ts'

/** How one request reaches its host. */
export interface Way {
  readonly agent: http.Agent
  readonly tls: TlsOptions
  /** The proxy in between. */
  readonly proxy?: ProxyRoute
  /** True when the proxy itself is asked for the URL, as for plain HTTP; else it is a tunnel. */
  readonly absolute: boolean
}

/** Connections that are kept alive between exchanges. */
export interface Agents {
  /** @throws TrustError, or TypeError for a proxy that is not a URL */
  readonly wayTo: (url: URL) => Promise<Way>
  close(): void
}

/** Opens a pool of connections; close it, or the process lives on with them. */
export function openAgents(network: Network = networkOf()): Agents {
  const plain = new http.Agent({ keepAlive: true })
  // A resumed TLS session shows no certificate; each connection here is a full handshake.
  const secure = new https.Agent({ keepAlive: true, maxCachedSessions: 0 })
  const tunnels: { readonly proxy: ProxyRoute; readonly agent: http.Agent }[] = []

  async function tunnelThrough(proxy: ProxyRoute, tls: TlsOptions): Promise<http.Agent> {
    const { isSameRoute, tunnelAgent } = await import('#main/network/tunnel-agent.ts')
    const known = tunnels.find((tunnel) => isSameRoute(tunnel.proxy, proxy))
    if (known) return known.agent
    const agent = tunnelAgent(proxy, tls)
    tunnels.push({ proxy, agent })
    return agent
  }

  return {
    wayTo: async (url) => {
      const proxy = await network.findProxy(url)
      const isSecure = url.protocol === 'https:'
      const tls = isSecure || proxy?.protocol === 'https' ? network.tls() : {}
      if (!proxy) return { agent: isSecure ? secure : plain, tls, absolute: false }
      const absolute = !isSecure && proxy.protocol.startsWith('http')
      if (absolute)
        return { agent: proxy.protocol === 'https' ? secure : plain, tls, proxy, absolute }
      return { agent: await tunnelThrough(proxy, tls), tls, proxy, absolute }
    },
    close: () => {
      for (const agent of [plain, secure, ...tunnels.map((tunnel) => tunnel.agent)]) agent.destroy()
    },
  }
}
