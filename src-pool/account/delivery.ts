import { maskedEmail, maskedPhone } from '../state/outbox.ts'
import type { Pool, User } from '../state/pool.ts'

/** An attribute that a code can be sent to. */
export type ContactAttribute = 'email' | 'phone_number'

/** Where a code goes. */
export interface Contact {
  readonly attribute: ContactAttribute
  readonly destination: string
}

/** `CodeDeliveryDetails` of an answer. */
export interface CodeDeliveryDetails {
  readonly AttributeName: string
  readonly DeliveryMedium: 'SMS' | 'EMAIL'
  readonly Destination: string
}

/** Whether this is one of the two attributes that a code can be sent to. */
export const isContactAttribute = (name: string): name is ContactAttribute =>
  name === 'email' || name === 'phone_number'

/** How a code reaches an attribute of this kind. */
export const mediumOf = (attribute: ContactAttribute): 'SMS' | 'EMAIL' =>
  attribute === 'email' ? 'EMAIL' : 'SMS'

/** A contact as an answer shows it, most of it masked. */
export const deliveryDetails = ({ attribute, destination }: Contact): CodeDeliveryDetails => ({
  AttributeName: attribute,
  DeliveryMedium: mediumOf(attribute),
  Destination: attribute === 'email' ? maskedEmail(destination) : maskedPhone(destination),
})

/** The user's contact, if there is one among these; the phone goes before the address. */
export function contactOf(
  user: User,
  among: readonly ContactAttribute[],
  isGood: (attribute: ContactAttribute) => boolean = () => true,
): Contact | undefined {
  for (const attribute of ['phone_number', 'email'] as const) {
    const destination = user.attributes[attribute]
    if (among.includes(attribute) && destination && isGood(attribute))
      return { attribute, destination }
  }
  return undefined
}

/** What a client that hides unknown users is told about a message that nobody gets. */
export const simulatedDelivery = (typed: string): CodeDeliveryDetails =>
  deliveryDetails(
    /^\+\d+$/.test(typed)
      ? { attribute: 'phone_number', destination: typed }
      : { attribute: 'email', destination: typed.includes('@') ? typed : `${typed}@${typed}` },
  )

/**
 * Where a code for a forgotten password goes: the first channel of AccountRecoverySetting that is
 * verified and is no second factor of the user; without the setting the phone before the address.
 * @returns undefined where there is none, as with `admin_only`
 */
export function recoveryContact({ settings }: Pool, user: User): Contact | undefined {
  const order = settings.accountRecovery ?? ['verified_phone_number', 'verified_email']
  for (const mechanism of order) {
    if (mechanism === 'admin_only') return undefined
    const attribute = mechanism === 'verified_email' ? 'email' : 'phone_number'
    const factor = attribute === 'email' ? 'EMAIL_OTP' : 'SMS_MFA'
    const destination = user.attributes[attribute]
    const isFactor = settings.mfaConfiguration !== 'OFF' && user.enabledMfa.includes(factor)
    if (destination && user.attributes[`${attribute}_verified`] === 'true' && !isFactor)
      return { attribute, destination }
  }
  return undefined
}
