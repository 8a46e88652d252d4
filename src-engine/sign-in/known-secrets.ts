import { Secret, revealText } from '../secret/secret.ts'
import type { Known } from '../catalogue/known.ts'
import type { WireValues } from '../wire/wire-values.ts'

/** What is known once these values were given: a later proof is made with the newest of them. */
export function withNewSecrets(known: Known, inputs: WireValues): Known {
  const { DEVICE_GROUP_KEY, DEVICE_KEY, DEVICE_PASSWORD, PASSWORD } = inputs
  return {
    ...known,
    ...(PASSWORD && { password: secret('password', PASSWORD) }),
    ...(DEVICE_KEY &&
      DEVICE_GROUP_KEY &&
      DEVICE_PASSWORD && {
        device: {
          key: revealText(DEVICE_KEY),
          group: secret('device secret', DEVICE_GROUP_KEY),
          password: secret('device secret', DEVICE_PASSWORD),
        },
      }),
  }
}

const secret = (kind: Secret['kind'], value: string | Secret): Secret =>
  value instanceof Secret ? value : Secret.of(kind, value)
