import type { Profile } from '#contract/routes/profiles.ts'
import type { ProfileSecrets } from './profile-draft.ts'
import type { StoredProfile } from './profile-file.ts'
import { withoutSecrets } from './profile-secrets.ts'

/** A profile as the window sees it: which secrets it has, and which of them cannot be decrypted. */
export function shownProfile(profile: StoredProfile, secrets: ProfileSecrets): Profile {
  const { probe: _kept, ...fields } = withoutSecrets(profile)
  return {
    ...fields,
    practice: false,
    hasClientSecret: secrets.clientSecret !== undefined,
    hasTotpSecret: secrets.totpSecret !== undefined,
    hasProxyPassword: secrets.proxyPassword !== undefined,
    unreadable: [
      ...(profile.clientSecret && !secrets.clientSecret ? (['client secret'] as const) : []),
      ...(profile.totpSecret && !secrets.totpSecret ? (['totp secret'] as const) : []),
      ...(profile.proxyPassword && !secrets.proxyPassword ? (['proxy password'] as const) : []),
    ],
  }
}
