import type { Authenticator } from '#engine/catalogue/authenticator.ts'
import type { Devices } from '#main/devices/devices.ts'
import type { Passkeys } from '#main/passkeys/passkeys.ts'
import type { Application } from './application.ts'
import { profileAuthenticators } from './profile-authenticators.ts'
import type { RunDependencies } from './run-handlers.ts'
import { signInDevices, type SignInDevices } from './sign-in-devices.ts'
import { startSignIn, type StartSignIn } from './start-sign-in.ts'

/** What sign-ins of the window are started with. */
export interface SignIns {
  /** Signs with the passkeys of a profile. */
  readonly authenticatorOf: (profileId: string) => Authenticator
  readonly signInDevices: SignInDevices
  readonly startSignIn: StartSignIn
}

/** What it takes to start sign-ins. */
export interface SignInParts extends Application, Pick<RunDependencies, 'known' | 'runs'> {
  readonly devices: Devices
  readonly passkeys: Passkeys
}

/** Puts together what starts sign-ins. It brings the catalogue along: loaded on demand. */
export function signIns({ devices, passkeys, ...from }: SignInParts): SignIns {
  const ofSignIns = signInDevices({ devices, runs: from.runs })
  const authenticatorOf = profileAuthenticators({ ...from, passkeys })
  return {
    authenticatorOf,
    signInDevices: ofSignIns,
    startSignIn: startSignIn({ ...from, devices: ofSignIns, authenticatorOf }),
  }
}
