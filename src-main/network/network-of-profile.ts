import type { Profile } from '#contract/routes/profiles.ts'
import type { Settings } from '#contract/settings/index.ts'
import type { Secret } from '#engine/secret/secret.ts'
import { findProxyBy, type ResolveSystemProxy } from './find-proxy.ts'
import type { Network } from './network.ts'
import { networkOfSettings } from './network-of-settings.ts'
import type { FindProxy, ProxyRoute } from './proxy-route.ts'
import { readProxyUrl } from './read-proxy-url.ts'
import { defaultTrust, tlsOptions, type TlsOptions } from './trust.ts'

/** What a profile says of the network. */
type NetworkOfProfile = Pick<Profile, 'id' | 'proxy' | 'caFile'> & {
  readonly proxyPassword?: Secret | undefined
}

/** A network that was opened for a profile; the password is the one that is known now. */
interface OpenNetwork extends Pick<Profile, 'proxy' | 'caFile'> {
  readonly network: Network
  proxyPassword: Secret | undefined
}

/**
 * The networks of profiles. A profile that says nothing has that of the settings; what it says
 * counts before them. The same proxy and file give the same network, so that connections are kept.
 */
export function networksOfProfiles(
  settings: () => Pick<Settings, 'proxy' | 'proxyUrl' | 'caFile'>,
  resolveSystemProxy?: ResolveSystemProxy,
): (profile: NetworkOfProfile) => Network {
  const ofSettings = networkOfSettings(settings, resolveSystemProxy)
  const opened = new Map<string, OpenNetwork>()

  function open({ caFile, proxy, proxyPassword }: NetworkOfProfile): OpenNetwork {
    let read: { readonly settingsFile: string; readonly options: TlsOptions } | undefined
    const network: Network = {
      findProxy:
        proxy === '' ? ofSettings.findProxy : findProxyOf(proxy, () => entry.proxyPassword),
      tls: () => {
        if (caFile === '') return ofSettings.tls()
        const settingsFile = settings().caFile
        if (read?.settingsFile !== settingsFile) {
          const caFiles = [settingsFile, caFile].filter((path) => path !== '')
          const options = tlsOptions({ ...defaultTrust, caFiles }, process.env)
          read = { settingsFile, options }
        }
        return read.options
      },
    }
    const entry: OpenNetwork = { caFile, proxy, network, proxyPassword }
    return entry
  }

  return (profile) => {
    const { caFile, id, proxy, proxyPassword } = profile
    if (proxy === '' && caFile === '') return ofSettings
    const held = opened.get(id)
    const entry = held?.proxy === proxy && held.caFile === caFile ? held : open(profile)
    entry.proxyPassword = proxyPassword
    opened.set(id, entry)
    return entry.network
  }
}

function findProxyOf(proxy: string, password: () => Secret | undefined): FindProxy {
  if (proxy === 'none') return findProxyBy({ kind: 'none' })
  return async (url) => findProxyBy({ kind: 'manual', route: routeOf(proxy, password()) })(url)
}

function routeOf(proxy: string, password: Secret | undefined): ProxyRoute {
  const route = readProxyUrl(proxy, 'settings')
  return route.login && password ? { ...route, login: { ...route.login, password } } : route
}
