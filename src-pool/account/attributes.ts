import { attributeSchema, requiredAttributes } from '../configuration/attribute-schema.ts'
import type { AttributeDefinition } from '../configuration/configuration.ts'
import { accountRefusals } from '../refusals/account.ts'
import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import type { Client, Pool, User } from '../state/pool.ts'

/** A list of names and values, as operations carry attributes. */
export type AttributeList = readonly {
  readonly Name: string
  readonly Value?: string | undefined
}[]

/** Cognito reads these without regard to case. */
const isFlag = (name: string) => name.endsWith('_verified')

/** A list of attributes as a record; one without a value is empty. */
export const attributeRecord = (list: AttributeList | undefined): Record<string, string> =>
  Object.fromEntries(
    (list ?? []).map(({ Name, Value = '' }) => [Name, isFlag(Name) ? Value.toLowerCase() : Value]),
  )

/** A user's attributes as answers list them, the sub first. */
export const attributeList = ({ sub, attributes }: User) =>
  Object.entries({ sub, ...attributes }).map(([Name, Value]) => ({ Name, Value }))

/**
 * Refuses attributes that the pool's schema does not have or that are not of their format.
 * @throws Refusal InvalidParameterException
 */
export function checkAttributeValues({ settings }: Pool, inputs: Record<string, string>): void {
  const schema = attributeSchema(settings)
  for (const [name, value] of Object.entries(inputs)) {
    if (name === 'sub') refuse(refusals.attributeImmutable(name))
    const definition = schema.get(name) ?? refuse(accountRefusals.attributeOutsideSchema(name))
    if (value === '') continue
    if (name === 'email' && !isEmail(value)) refuse(accountRefusals.emailInvalid)
    if (name === 'phone_number' && !isPhone(value)) refuse(accountRefusals.phoneInvalid)
    const problem = problemOf(definition, value)
    if (problem) refuse(accountRefusals.attributeNotConforming(name, problem))
  }
}

/** What is wrong with a value of an attribute; Cognito's own words for these are not known. */
function problemOf(
  { type, minLength = 0, maxLength = 2048, minValue, maxValue }: AttributeDefinition,
  value: string,
): string | undefined {
  switch (type) {
    case 'String':
      if (value.length < minLength) return `String must be at least ${String(minLength)} long`
      return value.length > maxLength
        ? `String must be no longer than ${String(maxLength)}`
        : undefined
    case 'Boolean':
      return /^(true|false)$/i.test(value) ? undefined : 'Value must be true or false'
    case 'DateTime':
      return Number.isFinite(Date.parse(value)) || /^\d+$/.test(value)
        ? undefined
        : 'Value must be a date'
    case 'Number': {
      const number = Number(value)
      if (!Number.isFinite(number)) return 'Value must be a number'
      if (minValue !== undefined && number < minValue)
        return `Value must be at least ${String(minValue)}`
      return maxValue !== undefined && number > maxValue
        ? `Value must be at most ${String(maxValue)}`
        : undefined
    }
  }
}

/**
 * Refuses to change attributes that are fixed once they are set.
 * @throws Refusal InvalidParameterException
 */
export function checkMutable({ settings }: Pool, names: readonly string[]): void {
  const schema = attributeSchema(settings)
  for (const name of names)
    if (schema.get(name)?.isMutable === false) refuse(accountRefusals.attributeFixed(name))
}

/**
 * Refuses attributes that a client may not write: nobody but an administrator says that an address
 * is verified.
 * @throws Refusal NotAuthorizedException
 */
export function checkWritable({ writeAttributes }: Client, names: readonly string[]): void {
  for (const name of names)
    if (
      name.endsWith('_verified') ||
      name.startsWith('dev:') ||
      (writeAttributes && !writeAttributes.includes(name))
    )
      refuse(refusals.attributeNotWritable)
}

/** Refuses to let a required attribute be absent or empty. */
export function checkRequired({ settings }: Pool, attributes: Record<string, string>): void {
  for (const name of requiredAttributes(settings))
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

/** Whether a text looks like an email address. */
export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+$/.test(text)

/** Whether a text is a phone number with its country's code. */
export const isPhone = (text: string): boolean => /^\+[1-9]\d{5,14}$/.test(text)
