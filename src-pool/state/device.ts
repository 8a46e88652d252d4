import type { SrpVerifier } from '#engine/srp/server.ts'
import type { Ports } from './ports.ts'
import { uuidOf } from './uuid.ts'

/** A device that a user signed in with. Times in milliseconds since 1970. */
export interface Device {
  /** `<region>_<uuid>`. */
  readonly key: string
  readonly groupKey: string
  readonly createdAt: number
  modifiedAt: number
  authenticatedAt: number
  name: string | undefined
  /** Until ConfirmDevice brings one, the device is not tracked. */
  verifier: SrpVerifier | undefined
  remembered: boolean
}

/** A device of a sign-in that presented none: its keys go to the client, to be confirmed. */
export function newDevice(region: string, { now, randomBytes }: Ports): Device {
  const at = now()
  return {
    key: `${region}_${uuidOf(randomBytes(16))}`,
    groupKey: Buffer.from(randomBytes(7)).toString('base64url').slice(0, 9),
    createdAt: at,
    modifiedAt: at,
    authenticatedAt: at,
    name: undefined,
    verifier: undefined,
    remembered: false,
  }
}
