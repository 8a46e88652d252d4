import { findProxyBy, type ProxySetting, type ResolveSystemProxy } from './find-proxy.ts'
import type { FindProxy } from './proxy-route.ts'
import { defaultTrust, tlsOptions, type TlsOptions, type TrustSetting } from './trust.ts'

/** How connections are made: which proxy each URL goes through, and whom TLS trusts. */
export interface Network {
  readonly findProxy: FindProxy
  /** Read when a connection needs it. @throws TrustError */
  readonly tls: () => TlsOptions
}

/** What people configure of the network, in settings, profile or command line. */
export interface NetworkSetting {
  readonly proxy: ProxySetting
  readonly trust: TrustSetting
}

const defaultNetworkSetting: NetworkSetting = {
  proxy: { kind: 'automatic' },
  trust: defaultTrust,
}

/** The network of a setting; its files are read once, when they are first needed. */
export function networkOf(
  { proxy, trust }: NetworkSetting = defaultNetworkSetting,
  resolveSystemProxy?: ResolveSystemProxy,
): Network {
  let options: TlsOptions | undefined
  return {
    findProxy: findProxyBy(proxy, resolveSystemProxy),
    tls: () => (options ??= tlsOptions(trust, process.env)),
  }
}
