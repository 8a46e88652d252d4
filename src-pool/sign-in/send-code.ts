import { sendMessage } from '../account/send-message.ts'
import type { User } from '../state/pool.ts'
import { maskedEmail, maskedPhone } from '../state/outbox.ts'
import type { ClientCall } from '../state/practice-state.ts'

/** A name that nobody has, where a client may not learn that. */
interface Nobody extends Pick<User, 'username' | 'attributes'> {
  readonly pretended: true
}

/** Whom a code is for. */
export type Addressee = User | Nobody

/** A name that nobody has, with addresses made of it, as the real service makes them. */
export const nobody = (typed: string): Nobody => ({
  username: typed,
  attributes: { email: typed.includes('@') ? typed : `${typed}@${typed}`, phone_number: '+10000' },
  pretended: true,
})

/** Sends a code to a user, here to the outbox, and says where to as a challenge does. */
export function sendCode(
  clientCall: ClientCall,
  to: Addressee,
  medium: 'SMS' | 'EMAIL',
  digits: 6 | 8,
) {
  const { state } = clientCall
  const { attributes } = to
  const number = Buffer.from(state.ports.randomBytes(4)).readUInt32BE() % 10 ** digits
  const code = String(number).padStart(digits, '0')
  const destination = (medium === 'SMS' ? attributes.phone_number : attributes.email) ?? ''
  if (!('pretended' in to))
    sendMessage(clientCall, to, {
      reason: 'Authentication',
      medium,
      destination,
      code,
      text: `Your authentication code is ${code}.`,
    })
  return {
    code,
    parameters: {
      CODE_DELIVERY_DELIVERY_MEDIUM: medium,
      CODE_DELIVERY_DESTINATION:
        medium === 'SMS' ? maskedPhone(destination) : maskedEmail(destination),
    },
  }
}
