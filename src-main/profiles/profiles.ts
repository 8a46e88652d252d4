import type { ProbeResult } from '#contract/routes/probes.ts'
import type { Profile } from '#contract/routes/profiles.ts'
import { BridgeError } from '#contract/failure.ts'
import type { Secret } from '#engine/secret/secret.ts'
import type { Document } from '#main/settings/document.ts'
import type { Sealed, Vault } from '#main/vault/vault.ts'
import { checked, nameOfCopy, secretFields } from './profile-draft.ts'
import type { ProfileDraft, ProfileSecrets, SecretField } from './profile-draft.ts'
import type { ProfileFile, StoredProfile } from './profile-file.ts'
import type { PracticeProfile } from './practice-profiles.ts'

/** The profiles, those of the practice pool first. */
export interface Profiles {
  readonly list: () => Promise<readonly Profile[]>
  /** @throws BridgeError `profile-unknown` */
  readonly get: (id: string) => Promise<Profile>
  readonly secretsOf: (id: string) => Promise<ProfileSecrets>
  /** @throws BridgeError `profile-invalid` */
  readonly create: (draft: ProfileDraft) => Promise<Profile>
  /** @throws BridgeError `profile-read-only` for a profile of the practice pool */
  readonly change: (id: string, draft: Changes) => Promise<Profile>
  readonly duplicate: (id: string) => Promise<Profile>
  readonly delete: (id: string) => Promise<void>
  readonly restore: (id: string) => Promise<Profile>
  /** The newest probe of the app client that the profile names now. */
  readonly probeOf: (id: string) => ProbeResult | undefined
  readonly keepProbe: (id: string, probe: ProbeResult) => Promise<void>
  /** Ids of the profiles that were deleted since the start and not restored. */
  readonly deleted: () => readonly string[]
  /** Writes what was kept in memory so far; called when the person agrees to storing. */
  readonly storeSecrets: () => Promise<void>
}

/** Changes to a profile. A secret that is absent stays; null removes it. */
export type Changes = { readonly [K in keyof ProfileDraft]?: ProfileDraft[K] | undefined }

/** What the profiles need from outside. */
export interface ProfilePorts {
  readonly document: Document<ProfileFile>
  readonly vault: Vault
  /** The profiles of the practice pool; none before it runs. */
  readonly practice: () => readonly PracticeProfile[]
  readonly newId: () => string
}

export function createProfiles({ document, newId, practice, vault }: ProfilePorts): Profiles {
  /** Secrets that the person would not have stored, by profile; gone when the application ends. */
  const inMemory = new Map<string, ProfileSecrets>()
  /** Probes of practice profiles, which are recreated at each start. */
  const practiceProbes = new Map<string, ProbeResult>()
  /** What was deleted since the start, with its place in the list. */
  const deleted = new Map<string, { readonly profile: StoredProfile; readonly at: number }>()

  const practiceProfile = (id: string) => practice().find(({ profile }) => profile.id === id)

  function stored(id: string): StoredProfile {
    if (practiceProfile(id))
      throw new BridgeError(
        'profile-read-only',
        'The practice profiles are recreated at each start. Duplicate one to change it.',
      )
    const found = document.value().profiles.find((profile) => profile.id === id)
    if (!found) throw new BridgeError('profile-unknown', 'This profile no longer exists.')
    return found
  }

  async function secretsOf(id: string): Promise<ProfileSecrets> {
    const built = practiceProfile(id)
    if (built) return built.secrets
    return open(stored(id))
  }

  async function open(profile: StoredProfile): Promise<ProfileSecrets> {
    const secrets: Partial<Record<SecretField, Secret>> = { ...inMemory.get(profile.id) }
    for (const field of secretFields) {
      const held = profile[field]
      const renew = (sealed: Sealed) => replace({ ...stored(profile.id), [field]: sealed })
      const secret = secrets[field] ?? (held && (await vault.open(held, renew)))
      if (secret) secrets[field] = secret
    }
    return secrets
  }

  async function shown(profile: StoredProfile): Promise<Profile> {
    const secrets = await open(profile)
    const { clientSecret, probe: _kept, proxyPassword, totpSecret, ...fields } = profile
    return {
      ...fields,
      practice: false,
      hasClientSecret: secrets.clientSecret !== undefined,
      hasTotpSecret: secrets.totpSecret !== undefined,
      hasProxyPassword: secrets.proxyPassword !== undefined,
      unreadable: [
        ...(clientSecret && !secrets.clientSecret ? (['client secret'] as const) : []),
        ...(totpSecret && !secrets.totpSecret ? (['totp secret'] as const) : []),
        ...(proxyPassword && !secrets.proxyPassword ? (['proxy password'] as const) : []),
      ],
    }
  }

  /** The profile with the secrets given: sealed in it where that is agreed to, else in memory. */
  async function keep(profile: StoredProfile, inputs: Changes): Promise<StoredProfile> {
    const { clientSecret: _client, proxyPassword: _proxy, totpSecret: _totp, ...fields } = profile
    const stored: Partial<Record<SecretField, Sealed>> = {}
    const memory: Partial<Record<SecretField, Secret>> = {}
    for (const field of secretFields) {
      const secret = inputs[field]
      const held = { stored: profile[field], memory: inMemory.get(profile.id)?.[field] }
      if (secret === undefined) {
        if (held.stored) stored[field] = held.stored
        if (held.memory) memory[field] = held.memory
      } else if (secret !== null) {
        // What was there goes in any case: an old secret must not come back once a new one is lost.
        if (vault.mayStore()) stored[field] = await vault.seal(secret)
        else memory[field] = secret
      }
    }
    inMemory.set(profile.id, memory)
    return { ...fields, ...stored }
  }

  const replace = (profile: StoredProfile) =>
    document.change(({ profiles }) => ({
      profiles: profiles.map((other) => (other.id === profile.id ? profile : other)),
    }))

  async function add(id: string, fields: Parameters<typeof checked>[0], inputs: Changes) {
    const profile = await keep({ ...checked(fields), id }, inputs)
    await document.change(({ profiles }) => ({ profiles: [...profiles, profile] }))
    return shown(profile)
  }

  return {
    list: async () => [
      ...practice().map(({ profile }) => profile),
      ...(await Promise.all(document.value().profiles.map(shown))),
    ],
    get: async (id) => practiceProfile(id)?.profile ?? shown(stored(id)),
    secretsOf,
    create: ({ clientSecret, proxyPassword, totpSecret, ...fields }) =>
      add(newId(), fields, { clientSecret, proxyPassword, totpSecret }),
    change: async (id, { clientSecret, proxyPassword, totpSecret, ...changes }) => {
      const before = stored(id)
      const {
        id: _same,
        clientSecret: heldClientSecret,
        probe,
        proxyPassword: heldProxyPassword,
        totpSecret: heldTotpSecret,
        ...fields
      } = before
      const next = checked({ ...fields, ...withoutUndefined(changes) })
      const secrets = {
        ...(heldClientSecret && { clientSecret: heldClientSecret }),
        ...(heldProxyPassword && { proxyPassword: heldProxyPassword }),
        ...(heldTotpSecret && { totpSecret: heldTotpSecret }),
        ...(probe && clientSecret === undefined && isSameClient(before, next) && { probe }),
      }
      const profile = await keep(
        { id, ...next, ...secrets },
        {
          clientSecret,
          proxyPassword,
          totpSecret,
        },
      )
      await replace(profile)
      return shown(profile)
    },
    duplicate: async (id) => {
      const source = practiceProfile(id)?.profile ?? (await shown(stored(id)))
      const taken = [...practice().map(({ profile }) => profile), ...document.value().profiles]
      const {
        id: _its,
        hasClientSecret,
        hasProxyPassword,
        hasTotpSecret,
        practice: _own,
        unreadable,
        ...fields
      } = source
      const name = nameOfCopy(
        source.name,
        taken.map((other) => other.name),
      )
      return add(newId(), { ...fields, name }, await secretsOf(id))
    },
    delete: async (id) => {
      const profile = stored(id)
      const at = document.value().profiles.indexOf(profile)
      await document.change(({ profiles }) => ({
        profiles: profiles.filter((other) => other.id !== id),
      }))
      deleted.set(id, { profile, at })
    },
    restore: async (id) => {
      const gone = deleted.get(id)
      if (!gone) throw new BridgeError('profile-unknown', 'This profile can no longer be restored.')
      await document.change(({ profiles }) => ({
        profiles: profiles.toSpliced(gone.at, 0, gone.profile),
      }))
      deleted.delete(id)
      return shown(gone.profile)
    },
    probeOf: (id) => (practiceProfile(id) ? practiceProbes.get(id) : stored(id).probe),
    keepProbe: async (id, probe) => {
      if (practiceProfile(id)) practiceProbes.set(id, probe)
      else await replace({ ...stored(id), probe })
    },
    deleted: () => [...deleted.keys()],
    storeSecrets: async () => {
      if (!vault.mayStore()) return
      for (const profile of document.value().profiles) {
        const secrets = inMemory.get(profile.id)
        if (secrets && Object.keys(secrets).length > 0) await replace(await keep(profile, secrets))
      }
    },
  }
}

/** What was found out of another client says nothing about this one. */
const isSameClient = (before: ConnectionFields, next: ConnectionFields): boolean =>
  (['clientId', 'endpoint', 'region', 'userPoolId'] as const).every(
    (field) => before[field] === next[field],
  )

type ConnectionFields = Pick<StoredProfile, 'clientId' | 'endpoint' | 'region' | 'userPoolId'>

/** Without the members that are undefined, which would erase what they do not name. */
const withoutUndefined = <T extends object>(
  changes: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as never
