import { device } from './device.ts'
import { passkey } from './passkey.ts'
import { srp } from './srp.ts'
import { totp } from './totp.ts'

/** Every automatic answer, in the order in which the switches stand. */
export const automaticAnswers = [srp, totp, passkey, device] as const

/** The ids of automatic answers. */
export type Automatic = (typeof automaticAnswers)[number]['id']

/** Which automatic answers are on. */
export type AutomaticSwitches = Readonly<Record<Automatic, boolean>>

/** A value for each automatic answer, made from its description. */
export const forEachAutomatic = <Value>(
  make: (answer: (typeof automaticAnswers)[number]) => Value,
): Record<Automatic, Value> =>
  Object.fromEntries(automaticAnswers.map((answer) => [answer.id, make(answer)])) as Record<
    Automatic,
    Value
  >

/** The switches as they stand where nobody has said. */
export const defaultAutomatic = (): Record<Automatic, boolean> =>
  forEachAutomatic((answer) => answer.default)
