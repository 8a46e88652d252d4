import { accountRefusals } from '../refusals/account.ts'
import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import type { Client, Pool, User } from '../state/pool.ts'

/** A list of names and values, as operations carry attributes. */
export type AttributeList = readonly {
  readonly Name: string
  readonly Value?: string | undefined
}[]

/** The standard attributes of OpenID Connect that every user pool has. */
export const standardAttributes: readonly string[] = [
  'address',
  'birthdate',
  'email',
  'email_verified',
  'family_name',
  'gender',
  'given_name',
  'locale',
  'middle_name',
  'name',
  'nickname',
  'phone_number',
  'phone_number_verified',
  'picture',
  'preferred_username',
  'profile',
  'updated_at',
  'website',
  'zoneinfo',
]

/** A list of attributes as a record; one without a value is empty. */
export const attributeRecord = (list: AttributeList | undefined): Record<string, string> =>
  Object.fromEntries((list ?? []).map(({ Name, Value }) => [Name, Value ?? '']))

/** A user's attributes as answers list them, the sub first. */
export const attributeList = ({ sub, attributes }: User) =>
  Object.entries({ sub, ...attributes }).map(([Name, Value]) => ({ Name, Value }))

/**
 * Refuses attributes that the pool's schema does not have or that are not of their format.
 * @throws Refusal InvalidParameterException
 */
export function checkAttributeValues({ settings }: Pool, inputs: Record<string, string>): void {
  const custom = settings.customAttributes.map((name) => `custom:${name}`)
  for (const [name, value] of Object.entries(inputs)) {
    if (name === 'sub') refuse(refusals.attributeImmutable(name))
    if (![...standardAttributes, ...settings.requiredAttributes, ...custom].includes(name))
      refuse(accountRefusals.attributeOutsideSchema(name))
    if (name === 'email' && value && !isEmail(value)) refuse(accountRefusals.emailInvalid)
    if (name === 'phone_number' && value && !isPhone(value)) refuse(accountRefusals.phoneInvalid)
  }
}

/**
 * Refuses attributes that a client may not write: nobody but an administrator says that an address
 * is verified.
 * @throws Refusal NotAuthorizedException
 */
export function checkWritable({ writeAttributes }: Client, names: readonly string[]): void {
  for (const name of names)
    if (name.endsWith('_verified') || (writeAttributes && !writeAttributes.includes(name)))
      refuse(refusals.attributeNotWritable)
}

/** Refuses to let a required attribute be absent or empty. */
export function checkRequired({ settings }: Pool, attributes: Record<string, string>): void {
  for (const name of settings.requiredAttributes)
    if (!attributes[name]) refuse(accountRefusals.attributeRequired(name))
}

/** Whether another user signs in by this value of an attribute already. */
export const holderOf = (
  { users, settings }: Pool,
  attribute: string,
  value: string,
  except?: User,
): User | undefined => {
  const { usernameAttributes, aliasAttributes, caseSensitive } = settings
  const fold = (text = '') => (caseSensitive ? text : text.toLowerCase())
  const isName = usernameAttributes.some((name) => name === attribute)
  const isAlias = aliasAttributes.some((name) => name === attribute)
  return users.find(
    (user) =>
      user !== except &&
      fold(user.attributes[attribute]) === fold(value) &&
      (isName ||
        (isAlias &&
          (attribute === 'preferred_username' ||
            user.attributes[`${attribute}_verified`] === 'true'))),
  )
}

/** Whether a text looks like an e-mail address. */
export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+$/.test(text)

/** Whether a text is a phone number with its country's code. */
export const isPhone = (text: string): boolean => /^\+[1-9]\d{5,14}$/.test(text)
