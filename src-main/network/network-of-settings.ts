import type { Settings } from '#contract/settings/index.ts'
import type { Secret } from '#engine/secret/secret.ts'
import { findProxyBy, type ProxySetting, type ResolveSystemProxy } from './find-proxy.ts'
import type { Network } from './network.ts'
import type { ProxyRoute } from './proxy-route.ts'
import { readProxyUrl } from './read-proxy-url.ts'
import { defaultTrust, tlsOptions, type TlsOptions } from './trust.ts'

type NetworkSettings = Pick<Settings, 'proxy' | 'proxyUrl' | 'caFile'>

/** What the network of the settings takes from elsewhere. */
export interface NetworkSources {
  readonly resolveSystemProxy?: ResolveSystemProxy | undefined
  /** The stored password of the manual proxy. */
  readonly proxyPassword?: (() => Promise<Secret | undefined>) | undefined
}

/**
 * The network that the settings say, as they are when a connection is made.
 * @throws TypeError from `findProxy` when the manual proxy is not a URL
 */
export function networkOfSettings(
  settings: () => NetworkSettings,
  { proxyPassword, resolveSystemProxy }: NetworkSources = {},
): Network {
  let read: { readonly caFile: string; readonly options: TlsOptions } | undefined
  return {
    findProxy: async (url) => {
      const setting = proxySetting(settings())
      const password =
        setting.kind === 'manual' && setting.route.login ? await proxyPassword?.() : undefined
      return findProxyBy(
        setting.kind === 'manual'
          ? { ...setting, route: withPassword(setting.route, password) }
          : setting,
        resolveSystemProxy,
      )(url)
    },
    tls: () => {
      const { caFile } = settings()
      if (read?.caFile !== caFile) {
        const caFiles = caFile === '' ? [] : [caFile]
        read = { caFile, options: tlsOptions({ ...defaultTrust, caFiles }, process.env) }
      }
      return read.options
    },
  }
}

function proxySetting({ proxy, proxyUrl }: NetworkSettings): ProxySetting {
  if (proxy !== 'manual') return { kind: proxy }
  return { kind: 'manual', route: readProxyUrl(proxyUrl, 'settings') }
}

/** A proxy with the password that is stored for it, where it has a user name. */
export const withPassword = (route: ProxyRoute, password: Secret | undefined): ProxyRoute =>
  route.login && password ? { ...route, login: { ...route.login, password } } : route
