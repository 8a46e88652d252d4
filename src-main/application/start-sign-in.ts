import { BridgeError } from '#contract/failure.ts'
import type { Authenticator } from '#engine/catalogue/authenticator.ts'
import { flows } from '#engine/catalogue/flows/index.ts'
import { malformedInput } from '#engine/catalogue/malformed-input.ts'
import type { Runs } from '#main/runs/runs.ts'
import type { Application } from './application.ts'
import type { KnownValues } from './known-values.ts'
import { runDestination } from './run-destination.ts'
import { runStart, type StartInput } from './run-start.ts'
import type { SignInDevices } from './sign-in-devices.ts'

/** Dependencies of starting a sign-in, in addition to the application. */
export interface StartDependencies extends Pick<
  Application,
  'networkOf' | 'practice' | 'profiles' | 'settings' | 'vault'
> {
  /** Opened with the first call that needs it. */
  readonly runs: () => Promise<Runs>
  readonly known: Pick<KnownValues, 'of'>
  readonly devices: SignInDevices
  /** Signs with the passkeys of a profile. */
  readonly authenticatorOf: (profileId: string) => Authenticator
}

/**
 * Starts a sign-in with what was typed, and with what is known in the place of the rest.
 * @throws BridgeError `input-malformed` for what the form would not send either
 */
export type StartSignIn = (start: StartInput) => Promise<{ readonly runId: string }>

export const startSignIn =
  ({ authenticatorOf, devices, known, runs, ...application }: StartDependencies): StartSignIn =>
  async (start) => {
    const { profiles } = application
    const malformed = malformedInput(flows.get(start.flow), start.parameters)
    if (malformed)
      throw new BridgeError('input-malformed', malformed.text, { field: malformed.field.name })
    application.vault.retryOpening()
    const profile = await profiles.get(start.profileId)
    const username = start.parameters['USERNAME'] ?? profile.username
    const request = runStart(start, {
      destination: await runDestination(application, profile),
      username,
      device: await devices.of(start, profile, username),
      known: await known.of(profile, username),
      probe: profiles.probeOf(profile.id),
      authenticator: authenticatorOf(profile.id),
    })
    return { runId: (await runs()).start(request) }
  }
