import { base64 } from '@scure/base'
import { Secret } from '../secret/secret.ts'
import type { Ports } from '../catalogue/ports.ts'
import type { ShownValue } from '../secret/shown-value.ts'
import { pad, integerFromBytes } from '../srp/pad.ts'
import { passwordExponent } from '../srp/password-hash.ts'
import { srpVerifier } from '../srp/server.ts'

/** What a device’s verifier is called in a trace, as in ConfirmDevice. */
export const deviceVerifierConfig = 'DeviceSecretVerifierConfig'

/** Bytes of a device's random password and of its salt, the lengths that the AWS clients use. */
const passwordBytes = 40
const saltBytes = 16

/** What Cognito gives a new device: `NewDeviceMetadata`. */
export interface NewDevice {
  /** DeviceKey: `<region>_<UUID>`. */
  readonly key: string
  /** DeviceGroupKey: a short text without a form of its own. */
  readonly group: string
}

/** What ConfirmDevice is called with, and what has to be kept of it. */
export interface DeviceVerifier {
  /** `DeviceSecretVerifierConfig`: base64 of the padded bytes, 16 or 17, and up to 385 of them. */
  readonly config: { readonly Salt: string; readonly PasswordVerifier: string }
  /** The random password, base64 of 40 bytes; later proofs are made with it, and it is never sent. */
  readonly password: Secret
  /** Every value on the way. */
  readonly shown: readonly ShownValue[]
}

/**
 * Makes the verifier of a new device: `v = g^x mod N`, with x made as a user's is, of the device
 * group key, the device key and a random password. As amazon-cognito-identity-js does it.
 */
export function deviceVerifier(
  { group, key }: NewDevice,
  { modPow, randomBytes }: Pick<Ports, 'modPow' | 'randomBytes'>,
): DeviceVerifier {
  const password = base64.encode(randomBytes(passwordBytes))
  const identity = { group, name: key }
  const { salt, verifier } = srpVerifier(
    identity,
    password,
    integerFromBytes(randomBytes(saltBytes)),
    modPow,
  )
  const x = passwordExponent(identity, password, salt)
  const config = {
    Salt: base64.encode(pad(salt)),
    PasswordVerifier: base64.encode(pad(verifier)),
  }
  const secret = Secret.of('device secret', password)
  return {
    config,
    password: secret,
    shown: [
      {
        name: 'DeviceGroupKey',
        value: Secret.of('device secret', group),
        note: 'of NewDeviceMetadata',
      },
      { name: 'DeviceKey', value: key, note: 'of NewDeviceMetadata' },
      { name: 'password', value: secret, note: '40 random bytes in base64, stored and never sent' },
      {
        name: 'salt',
        value: Secret.of('device secret', salt.toString(16)),
        note: '16 random bytes',
      },
      {
        name: 'x',
        value: Secret.of('srp private', x.toString(16)),
        note: 'SHA-256(pad(salt), SHA-256(group key, device key, “:”, password))',
      },
      {
        name: 'v',
        value: Secret.of('device secret', verifier.toString(16)),
        note: 'g^x mod N',
      },
      {
        name: 'Salt',
        value: Secret.of('device secret', config.Salt),
        note: 'base64 of pad(salt)',
      },
      {
        name: 'PasswordVerifier',
        value: Secret.of('device secret', config.PasswordVerifier),
        note: 'base64 of pad(v)',
      },
    ],
  }
}
