import { attributeSchema } from '../configuration/attribute-schema.ts'
import { administrationRefusals } from '../refusals/administration.ts'
import { refuse } from '../refusals/refusal.ts'
import { model } from '../requests/model.ts'
import { page } from '../requests/page.ts'
import type { User } from '../state/pool.ts'
import { administrative, inPool, poolById } from './administrative-operation.ts'
import { userType } from './user-answer.ts'

/** ListUsers: a pool's users, or those that one attribute picks, a page at a time. */
export const listUsers = administrative(
  'ListUsers',
  {
    ...inPool,
    AttributesToGet: { kind: 'list', of: model.attributeName },
    Limit: { kind: 'number', min: 0, max: 60 },
    PaginationToken: { kind: 'text', min: 1, pattern: '[\\S]+' },
    Filter: { kind: 'text', max: 256 },
  },
  (state, { UserPoolId, AttributesToGet, Limit, PaginationToken, Filter }) => {
    const pool = poolById(state, UserPoolId)
    const schema = attributeSchema(pool.settings)
    if (AttributesToGet?.some((name) => !schema.has(name)))
      refuse(administrationRefusals.attributesNotKnown)
    const found = pool.users.filter(Filter ? filterOf(Filter) : () => true)
    const { items, next } = page(found, Limit, PaginationToken)
    const isWanted = ({ Name }: { readonly Name: string }) =>
      AttributesToGet?.includes(Name) ?? true
    return {
      ...(next === undefined ? {} : { PaginationToken: next }),
      Users: items.map(userType).map(({ Attributes, ...user }) => ({
        Attributes: Attributes.filter(isWanted),
        ...user,
      })),
    }
  },
)

/** What users can be searched by; only the status is case-insensitive. Source: API reference, ListUsers. */
const searchable = [
  'username',
  'email',
  'phone_number',
  'name',
  'given_name',
  'family_name',
  'preferred_username',
  'cognito:user_status',
  'status',
  'sub',
]

/** `name = "value"`, or `name ^= "beginning"`. */
function filterOf(text: string): (user: User) => boolean {
  const [, name, sign, quoted] =
    /^\s*"?([\w:]+)"?\s*(\^?=)\s*"((?:[^"\\]|\\.)*)"\s*$/.exec(text) ?? []
  if (name === undefined || quoted === undefined)
    return refuse(administrationRefusals.filterUnreadable)
  if (!searchable.includes(name)) refuse(administrationRefusals.attributeNotSearchable(name))
  const isFolded = name === 'cognito:user_status'
  const fold = (value: string) => (isFolded ? value.toLowerCase() : value)
  const wanted = fold(quoted.replace(/\\(.)/g, '$1'))
  return (user) => {
    const value = fold(valueOf(user, name))
    return sign === '=' ? value === wanted : value.startsWith(wanted)
  }
}

function valueOf(user: User, name: string): string {
  switch (name) {
    case 'username':
      return user.username
    case 'sub':
      return user.sub
    case 'cognito:user_status':
      return user.status
    case 'status':
      return user.enabled ? 'Enabled' : 'Disabled'
    default:
      return user.attributes[name] ?? ''
  }
}
