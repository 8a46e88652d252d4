import { regionOf } from '#contract/profile-checks.ts'
import type { Profile } from '#contract/routes/profiles.ts'
import type { TraceTarget } from '#engine/trace/event.ts'

/** The region of a profile, which a pool ID implies; empty where neither says it. */
export const regionOfProfile = ({ region, userPoolId }: Profile): string =>
  region || regionOf(userPoolId) || ''

/** Where the runs of a profile go. @param practiceEndpoint that of the practice pool that runs now */
export function targetOfProfile(profile: Profile, practiceEndpoint: string): TraceTarget {
  const { clientId, endpoint, name, userPoolId } = profile
  return {
    profileName: name,
    region: regionOfProfile(profile),
    userPoolId,
    clientId,
    endpoint,
    practice: endpoint !== '' && endpoint === practiceEndpoint,
  }
}
