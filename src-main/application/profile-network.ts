import type { Network } from '#main/network/network.ts'
import type { Profiles } from '#main/profiles/profiles.ts'
import type { Document } from '#main/settings/document.ts'
import type { ProxyPassword } from '#main/vault/proxy-password.ts'
import type { SettingsFile } from '#main/settings/settings.ts'
import type { System } from './system.ts'

/** The network that the calls of a profile go through. */
export type NetworkOf = (profileId: string) => Promise<Network>

/** Opens the networks of profiles; network code is loaded with the first call. */
export function profileNetwork({
  profiles,
  proxyPassword: ofSettings,
  settings,
  system,
}: {
  readonly profiles: Profiles
  readonly proxyPassword: Pick<ProxyPassword, 'open'>
  readonly settings: Document<SettingsFile>
  readonly system: System
}): NetworkOf {
  const load = async () => {
    const { networksOfProfiles } = await import('#main/network/network-of-profile.ts')
    return networksOfProfiles(() => settings.value().settings, {
      resolveSystemProxy: system.resolveProxy,
      proxyPassword: ofSettings.open,
    })
  }
  let loaded: ReturnType<typeof load> | undefined
  return async (profileId) => {
    const networkOf = await (loaded ??= load())
    // A token can be looked at without any profile.
    if (profileId === '') return networkOf(undefined)
    const { proxyPassword } = await profiles.secretsOf(profileId)
    return networkOf({ ...(await profiles.get(profileId)), proxyPassword })
  }
}
