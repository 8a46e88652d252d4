import { member } from '../import/json-object.ts'
import { Secret } from '../secret/secret.ts'
import type { ConnectionField, FoundValue } from './configuration-source.ts'

/** The path of a member, and what its text is. */
export type MemberField = readonly [path: string, field: ConnectionField | 'clientSecret']

/** The texts at the paths that are there. A path is of own members, with full stops between. */
export function membersAt(
  json: unknown,
  paths: readonly MemberField[],
  client?: string,
): readonly FoundValue[] {
  return paths.flatMap(([place, field]): FoundValue[] => {
    const value = place.split('.').reduce<unknown>(member, json)
    const text = typeof value === 'number' ? String(value) : value
    if (typeof text !== 'string' || text.trim() === '') return []
    const at = { place, ...(client !== undefined && { client }) }
    return field === 'clientSecret'
      ? [{ field, secret: Secret.of('client secret', text.trim()), ...at }]
      : [{ field, text: text.trim(), ...at }]
  })
}
