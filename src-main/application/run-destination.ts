import type { Profile } from '#contract/routes/profiles.ts'
import { BridgeError } from '#contract/failure.ts'
import type { RunInputs } from '#main/runs/build-run-request.ts'
import type { Application } from './application.ts'
import { clientSecretOf } from './client-secret.ts'
import { targetOfProfile } from './profile-target.ts'

/** What a profile and the settings say of a run: where it goes, as which client, and for how long. */
export type RunDestination = Pick<RunInputs, 'client' | 'network' | 'profileId' | 'target' | 'timeoutMs'>

/** What a destination is read from. */
export interface DestinationDependencies extends Pick<Application, 'networkOf' | 'practice' | 'settings'> {
  readonly profiles: Pick<Application['profiles'], 'secretsOf'>
}

/** The region that a custom endpoint is signed on for when the profile names none. */
const anyRegion = 'us-east-1'

/**
 * Where the runs of a profile go.
 * @throws BridgeError `profile-incomplete` when it is not said where to send to, `secret-unreadable`
 */
export async function runDestination(
  { networkOf, practice, profiles, settings }: DestinationDependencies,
  profile: Profile,
): Promise<RunDestination> {
  const { clientId, endpoint, id, userPoolId } = profile
  const target = targetOfProfile(profile, practice().state().endpoint)
  const region = target.region || (endpoint === '' ? '' : anyRegion)
  if (region === '')
    throw new BridgeError('profile-incomplete', 'The profile needs a region, or an endpoint.', {
      field: 'region',
    })
  const clientSecret = await clientSecretOf(profiles, profile)
  return {
    profileId: id,
    client: { userPoolId, clientId, ...(clientSecret && { clientSecret }) },
    target: { ...target, region },
    network: await networkOf(id),
    timeoutMs: settings.value().settings.timeoutMs,
  }
}
