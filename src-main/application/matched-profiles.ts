import { regionOf } from '#contract/profile-checks.ts'
import type { Profile } from '#contract/routes/profiles.ts'
import type { MatchedProfile } from '#engine/import/recorded-traces.ts'
import type { Application } from './application.ts'

/** The region of a profile, which a pool id implies; empty where neither says it. */
export const regionOfProfile = ({ region, userPoolId }: Profile): string =>
  region || regionOf(userPoolId) || ''

/**
 * Every profile as recorded chains are matched with it, by id. A client secret that the keyring
 * cannot open costs the facts about it, and nothing else.
 */
export async function matchedProfiles({
  practice,
  profiles,
}: Pick<Application, 'practice' | 'profiles'>): Promise<ReadonlyMap<string, MatchedProfile>> {
  const all = await profiles.list()
  const practiceEndpoint = practice().state().endpoint
  const matched = all.map(async (profile): Promise<readonly [string, MatchedProfile]> => {
    const { clientSecret } = await profiles.secretsOf(profile.id)
    const { clientId, endpoint, id, name, userPoolId } = profile
    return [
      id,
      {
        profileId: id,
        target: {
          profileName: name,
          region: regionOfProfile(profile),
          ...{ userPoolId, clientId, endpoint },
          practice: endpoint !== '' && endpoint === practiceEndpoint,
        },
        ...(clientSecret && { clientSecret }),
      },
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
