import { isJsonObject, member } from '../../import/json-object.ts'
import type { ConfigurationSource, ConnectionField, FoundText } from '../configuration-source.ts'

/** The member by which a shared profile is recognised, and the version under it. */
export const profileFileMark = 'authscopeProfile'
/** What a shared profile may say, and no secret. */
export const sharedFields = [
  'name',
  'colour',
  'production',
  'region',
  'userPoolId',
  'clientId',
  'endpoint',
  'flow',
  'authSessionValidity',
] as const satisfies readonly ConnectionField[]

/** A profile that was shared from Authscope, without its secrets. */
export const profileFileSource: ConfigurationSource = {
  id: 'authscope-profile',
  title: 'Authscope profile',
  recognises: ({ json }) => member(json, profileFileMark) !== undefined,
  read: ({ json }) =>
    sharedFields.flatMap((field): FoundText[] => {
      const value = isJsonObject(json) ? member(json, field) : undefined
      return typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number'
        ? [{ field, text: String(value), place: field }].filter(({ text }) => text !== '')
        : []
    }),
}
