import type { Profile } from '#contract/routes/profiles.ts'
import type { KnownValue } from '#contract/routes/runs.ts'
import type { Secret } from '#engine/secret/secret.ts'
import type { Runs } from '#main/runs/runs.ts'
import type { Profiles } from '#main/profiles/profiles.ts'
import type { PracticePort } from './practice-port.ts'

/** A value that need not be typed, by the key that it is given under. */
export interface Known {
  readonly key: KnownKey
  readonly secret: Secret
  readonly source: KnownValue['source']
  /** Used only once the person asks for it, since the password that was typed was refused. */
  readonly withheld?: true
}

/** What is kept for the next sign-in. TOTP_SECRET is no wire key: it never goes over the wire. */
export type KnownKey = 'PASSWORD' | 'TOTP_SECRET' | 'REFRESH_TOKEN' | 'ACCESS_TOKEN'

/** What is typed again and again; a code or a session is good for one sign-in only. */
const kept: readonly KnownKey[] = ['PASSWORD', 'TOTP_SECRET']

/** Values that were typed, are stored or can be looked up, for a profile and a username. */
export interface KnownValues {
  readonly of: (profile: Profile, username: string) => Promise<readonly Known[]>
  /**
   * Remembers in main memory, for as long as the application runs.
   * @returns how to take the password back when it is refused, unless another one was typed meanwhile:
   * what was known before comes back, withheld until {@link useWithheld}
   */
  readonly remember: (
    profileId: string,
    username: string,
    typed: Readonly<Record<string, Secret>>,
  ) => () => void
  /** Uses what is known again, in the place of a password that was refused. */
  readonly useWithheld: (profileId: string, username: string) => void
  readonly forget: (profileId: string, username: string) => void
}

/** Where known values come from besides the keyboard. */
export interface KnownValueSources {
  readonly profiles: Pick<Profiles, 'secretsOf'>
  readonly practice: () => PracticePort
  readonly lastRefreshToken: Runs['lastRefreshToken']
}

export function knownValues(from: KnownValueSources): KnownValues {
  const typed = new Map<string, ReadonlyMap<KnownKey, Secret>>()
  /** Whose password was refused: no other one is tried without being asked for. */
  const refused = new Set<string>()
  // JSON keeps the two strings apart, whatever characters are in them.
  const place = (profileId: string, username: string) => JSON.stringify([profileId, username])

  function remember(
    profileId: string,
    username: string,
    secrets: Readonly<Record<string, Secret>>,
  ): () => void {
    const at = place(profileId, username)
    const known = new Map(typed.get(at))
    const before = known.get('PASSWORD')
    for (const key of kept) {
      const secret = Object.hasOwn(secrets, key) ? secrets[key] : undefined
      if (secret) known.set(key, secret)
    }
    if (known.size > 0) typed.set(at, known)
    const tried = known.get('PASSWORD')
    if (tried !== before) refused.delete(at)
    return () => {
      const now = new Map(typed.get(at))
      // Another one was typed meanwhile.
      if (now.get('PASSWORD') !== tried) return
      if (tried) refused.add(at)
      if (before && before !== tried) now.set('PASSWORD', before)
      else now.delete('PASSWORD')
      typed.set(at, now)
    }
  }

  return {
    of: async ({ clientId, endpoint, id }, username) => {
      const found = new Map<KnownKey, Known>()
      const offer = (key: KnownKey, secret: Secret | undefined, source: Known['source']) => {
        if (!secret || found.has(key)) return
        const withheld = key === 'PASSWORD' && refused.has(place(id, username))
        found.set(key, { key, secret, source, ...(withheld && { withheld }) })
      }
      // What was typed wins, since that is what the person wants to try.
      for (const [key, secret] of typed.get(place(id, username)) ?? [])
        offer(key, secret, 'typed before')
      offer('TOTP_SECRET', (await from.profiles.secretsOf(id)).totpSecret, 'profile')
      const practice = from.practice()
      if (endpoint !== '' && endpoint === practice.state().endpoint) {
        const { password, totpSecret } = practice.secretsOf(clientId, username)
        offer('PASSWORD', password, 'practice pool')
        offer('TOTP_SECRET', totpSecret, 'practice pool')
      }
      const last = await from.lastRefreshToken(id, username)
      offer('REFRESH_TOKEN', last?.token, 'last sign-in')
      offer('ACCESS_TOKEN', last?.accessToken, 'last sign-in')
      return [...found.values()]
    },
    remember,
    useWithheld: (profileId, username) => {
      refused.delete(place(profileId, username))
    },
    forget: (profileId, username) => {
      typed.delete(place(profileId, username))
    },
  }
}
