import type { Secret } from '#engine/secret/secret.ts'
import type { Sealed, Vault } from '#main/vault/vault.ts'
import { secretFields, type ProfileSecrets, type SecretField } from './profile-draft.ts'
import type { StoredProfile } from './profile-file.ts'

type SealedSecrets = Partial<Record<SecretField, Sealed>>

/** New secrets of a profile: one that is absent stays, null removes it. */
export type SecretChanges = { readonly [Field in SecretField]?: Secret | null | undefined }

/** The secrets of all profiles: sealed in the profile, or in memory where storing was declined. */
export interface SecretsOfProfiles {
  /** Those that can be decrypted now. @param renew is given what has to be sealed again */
  readonly open: (
    profile: StoredProfile,
    renew: (field: SecretField, sealed: Sealed) => Promise<void>,
  ) => Promise<ProfileSecrets>
  /** The profile with these secrets: sealed in it where that is agreed to, else in memory. */
  readonly keep: (profile: StoredProfile, changes: SecretChanges) => Promise<StoredProfile>
  readonly inMemory: (profileId: string) => ProfileSecrets
}

export function profileSecrets(vault: Vault): SecretsOfProfiles {
  /** Secrets that the person would not have stored; gone when the application ends. */
  const inMemory = new Map<string, ProfileSecrets>()
  return {
    open: async (profile, renew) => {
      const secrets: Partial<Record<SecretField, Secret>> = { ...inMemory.get(profile.id) }
      for (const field of secretFields) {
        const sealed = profile[field]
        const secret =
          secrets[field] ?? (sealed && (await vault.open(sealed, (again) => renew(field, again))))
        if (secret) secrets[field] = secret
      }
      return secrets
    },
    keep: async (profile, changes) => {
      const stored: SealedSecrets = {}
      const memory: Partial<Record<SecretField, Secret>> = {}
      for (const field of secretFields) {
        const secret = changes[field]
        const before = { stored: profile[field], memory: inMemory.get(profile.id)?.[field] }
        if (secret === undefined) {
          if (before.stored) stored[field] = before.stored
          if (before.memory) memory[field] = before.memory
        } else if (secret !== null) {
          // What was there goes in any case: an old secret must not come back once a new one is lost.
          if (await vault.mayStore()) stored[field] = await vault.seal(secret)
          else memory[field] = secret
        }
      }
      inMemory.set(profile.id, memory)
      return { ...withoutSecrets(profile), ...stored }
    },
    inMemory: (profileId) => inMemory.get(profileId) ?? {},
  }
}

export function withoutSecrets(profile: StoredProfile): Omit<StoredProfile, SecretField> {
  const { clientSecret: _client, proxyPassword: _proxy, totpSecret: _totp, ...fields } = profile
  return fields
}

export const sealedSecrets = ({
  clientSecret,
  proxyPassword,
  totpSecret,
}: StoredProfile): SealedSecrets => ({
  ...(clientSecret && { clientSecret }),
  ...(proxyPassword && { proxyPassword }),
  ...(totpSecret && { totpSecret }),
})
