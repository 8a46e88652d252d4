import { userSchema } from '../configuration/configuration.ts'
import { accountRefusals } from '../refusals/account.ts'
import { refuse } from '../refusals/refusal.ts'
import { findUser } from '../state/find-user.ts'
import { userFrom, type Pool, type User } from '../state/pool.ts'
import type { PracticeState } from '../state/practice-state.ts'
import { uuidOf } from '../state/uuid.ts'
import { checkAttributeValues, holderOf, isEmail, isPhone } from './attributes.ts'
import { withoutEmpty } from './update-attributes.ts'

/** Users of one pool; Cognito has tens of millions. */
const maxUsers = 100_000

/** A user that is to be. */
export interface NewUser {
  /** As it was typed: an address or number where people sign in by these. */
  readonly typed: string
  /** None in a pool whose users need none. */
  readonly password: string | undefined
  readonly attributes: Record<string, string>
  readonly status: User['status']
  /** Made here where it is absent. */
  readonly sub?: string
}

/**
 * Checks a user that is to be, and the name above all.
 * @throws Refusal for a name or an attribute that the pool does not take, or that is taken
 */
export function checkNewUser(pool: Pool, { typed, attributes }: NewUser): void {
  const { usernameAttributes, aliasAttributes } = pool.settings
  if (pool.users.length >= maxUsers) refuse(accountRefusals.tooManyUsers(maxUsers))
  if (usernameAttributes.length > 0) checkContact(pool, typed, attributes)
  if (aliasAttributes.includes('email') && isEmail(typed))
    refuse(accountRefusals.usernameLikeAlias('email'))
  if (aliasAttributes.includes('phone_number') && isPhone(typed))
    refuse(accountRefusals.usernameLikeAlias('phone_number'))
  checkAttributeValues(pool, attributes)
  if (findUser(pool, typed)) refuse(accountRefusals.usernameTaken)
  for (const name of usernameAttributes) {
    const value = attributes[name]
    if (value && holderOf(pool, name, value)) refuse(accountRefusals.contactTaken(name))
  }
}

/** The name is an address or a number, and an attribute that repeats it says the same. */
function checkContact(
  { settings: { usernameAttributes, caseSensitive } }: Pool,
  typed: string,
  attributes: Record<string, string>,
): void {
  const kind = usernameAttributes.find((name) =>
    name === 'email' ? isEmail(typed) : isPhone(typed),
  )
  if (!kind) {
    if (usernameAttributes.length > 1) refuse(accountRefusals.usernameNotContact)
    const isByEmail = usernameAttributes.includes('email')
    refuse(isByEmail ? accountRefusals.usernameNotEmail : accountRefusals.usernameNotPhone)
  }
  const comparable = (text: string) => (caseSensitive ? text : text.toLowerCase())
  const repeated = attributes[kind]
  if (repeated && comparable(repeated) !== comparable(typed))
    refuse(accountRefusals.contactNotUsername(kind))
}

/** Adds a user that {@link checkNewUser} took. */
export function addUser(state: PracticeState, pool: Pool, user: NewUser): User {
  const { now, randomBytes } = state.ports
  const configured = userSchema.parse({
    username: user.typed,
    password: user.password ?? '',
    status: user.status,
    sub: user.sub ?? uuidOf(randomBytes(16)),
    attributes: withoutEmpty(withContact(pool, user.typed, user.attributes)),
  })
  const added = userFrom(pool.settings, configured, now())
  pool.users.push(added)
  return added
}

/** The attributes of a user who signs in by an address or a number, with that. */
export function withContact(
  { settings }: Pool,
  typed: string,
  attributes: Record<string, string>,
): Record<string, string> {
  if (settings.usernameAttributes.length === 0) return attributes
  return { [isEmail(typed) ? 'email' : 'phone_number']: typed, ...attributes }
}
