import type { Ports } from './ports.ts'
import { randomText } from './random-text.ts'

/** One secret of an app client. */
export interface ClientSecret {
  /** `<client ID>--<a number>`. */
  readonly id: string
  readonly value: string
  /** Milliseconds since 1970. */
  readonly createdAt: number
}

/** A secret of 51 characters as Cognito generates them, or the one that is given. */
export const newClientSecret = (
  ports: Ports,
  clientId: string,
  value = randomText(ports, 51),
): ClientSecret => ({
  id: `${clientId}--${randomText(ports, 13)}`,
  value,
  createdAt: ports.now(),
})
