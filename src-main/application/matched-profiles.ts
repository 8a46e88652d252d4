import type { MatchedProfile } from '#engine/import/recorded-traces.ts'
import type { Application } from './application.ts'
import { targetOfProfile } from './profile-target.ts'

/**
 * Every profile as recorded chains are matched with it, by id. A secret that the keyring
 * cannot open costs the facts about it, and nothing else.
 */
export async function matchedProfiles({
  practice,
  profiles,
}: Pick<Application, 'practice' | 'profiles'>): Promise<ReadonlyMap<string, MatchedProfile>> {
  const all = await profiles.list()
  const practiceEndpoint = practice().state().endpoint
  const matched = all.map(async (profile): Promise<readonly [string, MatchedProfile]> => {
    const { clientSecret, totpSecret } = await profiles.secretsOf(profile.id)
    const target = targetOfProfile(profile, practiceEndpoint)
    const totpSecretOf = (username: string) =>
      target.practice
        ? practice().secretsOf(target.clientId, username).totpSecret
        : username !== '' && totpSecret
          ? totpSecret
          : undefined
    return [
      profile.id,
      { profileId: profile.id, target, totpSecretOf, ...(clientSecret && { clientSecret }) },
    ]
  })
  return new Map(await Promise.all(matched))
}

/** The profile of an app client; none where the client is not known or has no profile. */
export const profileOfClient = (
  profiles: ReadonlyMap<string, MatchedProfile>,
  clientId: string,
): MatchedProfile | undefined =>
  clientId === ''
    ? undefined
    : [...profiles.values()].find(({ target }) => target.clientId === clientId)
