import type { ProfileRunRequest } from '#main/runs/runs.ts'
import type { Application } from './application.ts'
import { clientSecretOf } from './client-secret.ts'
import { runStart } from './run-start.ts'

/**
 * What a trace begins with that is not a sign-in: as a sign-in does, with the operation in the place
 * of the flow.
 */
export const callStart =
  ({
    networkOf,
    practice,
    profiles,
    settings,
  }: Pick<Application, 'networkOf' | 'practice' | 'profiles' | 'settings'>) =>
  async (profileId: string, operation: string, username: string): Promise<ProfileRunRequest> => {
    const profile = await profiles.get(profileId)
    return runStart(
      {
        ...{ profileId, flow: operation, parameters: { USERNAME: username }, secrets: {} },
        ...{ clientMetadata: {}, analyticsEndpointId: '', userContextData: { IpAddress: '' } },
        ...{ automatic: profile.automatic, device: 'with', deviceName: '' },
      },
      {
        profile,
        clientSecret: await clientSecretOf(profiles, profile),
        known: [],
        network: await networkOf(profile.id),
        practice: profile.endpoint !== '' && profile.endpoint === practice().state().endpoint,
        timeoutMs: settings.value().settings.timeoutMs,
      },
    )
  }
