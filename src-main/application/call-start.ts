import { buildRunRequest } from '#main/runs/build-run-request.ts'
import type { ProfileRunRequest } from '#main/runs/run-dependencies.ts'
import type { Application } from './application.ts'
import { runDestination } from './run-destination.ts'

/**
 * What a trace begins with that is not a sign-in: as a sign-in does, with the operation in the place
 * of the flow.
 */
export const callStart =
  (application: Pick<Application, 'networkOf' | 'practice' | 'profiles' | 'settings'>) =>
  async (profileId: string, operation: string, username: string): Promise<ProfileRunRequest> => {
    const profile = await application.profiles.get(profileId)
    return buildRunRequest({
      ...(await runDestination(application, profile)),
      input: { flow: operation, parameters: { USERNAME: username } },
      automatic: profile.automatic,
    })
  }
