import type { Settings } from '#contract/settings/index.ts'
import { findProxyBy, type ProxySetting, type ResolveSystemProxy } from './find-proxy.ts'
import type { Network } from './network.ts'
import { readProxyUrl } from './read-proxy-url.ts'
import { defaultTrust, tlsOptions, type TlsOptions } from './trust.ts'

type NetworkSettings = Pick<Settings, 'proxy' | 'proxyUrl' | 'caFile'>

/**
 * The network that the settings say, as they are when a connection is made.
 * @throws TypeError from `findProxy` when the manual proxy is not a URL
 */
export function networkOfSettings(
  settings: () => NetworkSettings,
  resolveSystemProxy?: ResolveSystemProxy,
): Network {
  let read: { readonly caFile: string; readonly options: TlsOptions } | undefined
  return {
    findProxy: async (url) => findProxyBy(proxySetting(settings()), resolveSystemProxy)(url),
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
