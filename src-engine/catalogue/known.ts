import type { Secret } from '../secret/secret.ts'

/** Secrets that later steps can be answered with. */
export interface Known {
  readonly password?: Secret
  readonly totpSecret?: Secret
  readonly device?: KnownDevice
}

/** A remembered device, which proves itself as a user does. */
export interface KnownDevice {
  /** DeviceKey: `<region>_<UUID>`. */
  readonly key: string
  /** DeviceGroupKey. */
  readonly group: Secret
  /** The random password that its verifier was made from. */
  readonly password: Secret
}
