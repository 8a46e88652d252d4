import type { ProbeResult } from '#contract/routes/probes.ts'
import type { Profile } from '#contract/routes/profiles.ts'
import { BridgeError } from '#contract/failure.ts'
import type { Document } from '#main/settings/document.ts'
import type { Vault } from '#main/vault/vault.ts'
import { checked, copyOf, type ProfileDraft, type ProfileSecrets } from './profile-draft.ts'
import type { ProfileFile, StoredProfile } from './profile-file.ts'
import type { PracticeProfile } from './practice-profiles.ts'
import { profileSecrets, sealedSecrets, withoutSecrets } from './profile-secrets.ts'
import { shownProfile } from './shown-profile.ts'

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

/** The stored profiles in their document and vault, and those of the practice pool. */
export function createProfiles({ document, newId, practice, vault }: ProfilePorts): Profiles {
  const secrets = profileSecrets(vault)
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

  const open = (profile: StoredProfile): Promise<ProfileSecrets> =>
    secrets.open(profile, (field, sealed) => replace({ ...stored(profile.id), [field]: sealed }))

  const shown = async (profile: StoredProfile): Promise<Profile> =>
    shownProfile(profile, await open(profile))

  const replace = (profile: StoredProfile) =>
    document.change(({ profiles }) => ({
      profiles: profiles.map((other) => (other.id === profile.id ? profile : other)),
    }))

  async function add(id: string, fields: Parameters<typeof checked>[0], inputs: Changes) {
    const profile = await secrets.keep({ ...checked(fields), id }, inputs)
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
      const { id: _same, probe, ...fields } = withoutSecrets(before)
      const next = checked({ ...fields, ...withoutUndefined(changes) })
      const stillTrue = clientSecret === undefined && isSameClient(before, next)
      const profile = await secrets.keep(
        { ...next, id, ...sealedSecrets(before), ...(probe && stillTrue && { probe }) },
        { clientSecret, proxyPassword, totpSecret },
      )
      await replace(profile)
      return shown(profile)
    },
    duplicate: async (id) => {
      const source = practiceProfile(id)?.profile ?? (await shown(stored(id)))
      const taken = [...practice().map(({ profile }) => profile), ...document.value().profiles]
      const names = taken.map(({ name }) => name)
      return add(newId(), copyOf(source, names), await secretsOf(id))
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
      if (!(await vault.mayStore())) return
      for (const profile of document.value().profiles) {
        const inMemory = secrets.inMemory(profile.id)
        if (Object.keys(inMemory).length > 0) await replace(await secrets.keep(profile, inMemory))
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
