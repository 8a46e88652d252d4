import type { Profile } from '#contract/routes/profiles.ts'
import type { Settings } from '#contract/settings/index.ts'
import type { Secret } from '#engine/secret/secret.ts'
import { findProxyBy } from './find-proxy.ts'
import type { Network } from './network.ts'
import { networkOfSettings, withPassword, type NetworkSources } from './network-of-settings.ts'
import type { FindProxy } from './proxy-route.ts'
import { readProxyUrl } from './read-proxy-url.ts'
import { tlsOptions, type TlsOptions } from './trust.ts'

/** What a profile says of trust in servers, and of itself to them. */
type ProfileTrust = Pick<
  Profile,
  'caFile' | 'clientCertificateFile' | 'clientKeyFile' | 'trustedCertificates'
>

/** What a profile says of the network. */
export interface NetworkOfProfile extends ProfileTrust, Pick<Profile, 'id' | 'proxy'> {
  readonly proxyPassword?: Secret | undefined
}

/** A network that was opened for a profile; the password is the one that is known now. */
interface OpenNetwork {
  /** The fields of the profile that it was opened for, as one text. */
  readonly key: string
  readonly network: Network
  proxyPassword: Secret | undefined
}

/**
 * The networks of profiles. A profile that says nothing has that of the settings, as has what belongs
 * to no profile; what it says counts before them. The same fields give the same network, so that connections are kept.
 */
export function networksOfProfiles(
  settings: () => Pick<Settings, 'proxy' | 'proxyUrl' | 'caFile'>,
  sources: NetworkSources = {},
): (profile: NetworkOfProfile | undefined) => Network {
  const ofSettings = networkOfSettings(settings, sources)
  const opened = new Map<string, OpenNetwork>()

  function open(key: string, { proxy, proxyPassword }: NetworkOfProfile, trust: ProfileTrust) {
    let read: { readonly settingsFile: string; readonly options: TlsOptions } | undefined
    const network: Network = {
      findProxy:
        proxy === '' ? ofSettings.findProxy : findProxyOf(proxy, () => entry.proxyPassword),
      tls: () => {
        if (saysNothing(trust)) return ofSettings.tls()
        const settingsFile = settings().caFile
        if (read?.settingsFile !== settingsFile)
          read = { settingsFile, options: tlsOf(trust, settingsFile) }
        return read.options
      },
    }
    const entry: OpenNetwork = { key, network, proxyPassword }
    return entry
  }

  return (profile) => {
    if (!profile) return ofSettings
    const { id, proxy, proxyPassword } = profile
    const { caFile, clientCertificateFile, clientKeyFile, trustedCertificates } = profile
    const trust = { caFile, clientCertificateFile, clientKeyFile, trustedCertificates }
    if (proxy === '' && saysNothing(trust)) return ofSettings
    const key = JSON.stringify([proxy, trust])
    const known = opened.get(id)
    const entry = known?.key === key ? known : open(key, profile, trust)
    entry.proxyPassword = proxyPassword
    opened.set(id, entry)
    return entry.network
  }
}

const saysNothing = (trust: ProfileTrust): boolean =>
  trust.caFile === '' &&
  trust.clientCertificateFile === '' &&
  trust.trustedCertificates.length === 0

function tlsOf(trust: ProfileTrust, settingsFile: string): TlsOptions {
  const { caFile, clientCertificateFile, clientKeyFile, trustedCertificates } = trust
  return tlsOptions(
    {
      caFiles: [settingsFile, caFile].filter((path) => path !== ''),
      trustedCertificates,
      ...(clientCertificateFile !== '' && {
        clientCertificate: {
          certificateFile: clientCertificateFile,
          // One file may have both.
          keyFile: clientKeyFile || clientCertificateFile,
        },
      }),
    },
    process.env,
  )
}

function findProxyOf(proxy: string, password: () => Secret | undefined): FindProxy {
  if (proxy === 'none') return findProxyBy({ kind: 'none' })
  return async (url) =>
    findProxyBy({
      kind: 'manual',
      route: withPassword(readProxyUrl(proxy, 'profile'), password()),
    })(url)
}
