import type { Pool, User } from './pool.ts'

/**
 * The user that a typed name means: the username, a verified alias, or, where people sign in by
 * email or phone, that attribute or the sub. Letter case counts only where the pool says so.
 */
export function findUser(pool: Pool, typed: string): User | undefined {
  const { caseSensitive, usernameAttributes, aliasAttributes } = pool.settings
  const fold = (text: string | undefined) => (caseSensitive ? text : text?.toLowerCase())
  const name = fold(typed)
  const bears = (user: User, attribute: string) => fold(user.attributes[attribute]) === name
  const isVerified = (user: User, attribute: string) =>
    attribute === 'preferred_username' || user.attributes[`${attribute}_verified`] === 'true'
  return pool.users.find(
    (user) =>
      fold(user.username) === name ||
      usernameAttributes.some((attribute) => bears(user, attribute)) ||
      aliasAttributes.some((attribute) => bears(user, attribute) && isVerified(user, attribute)),
  )
}
