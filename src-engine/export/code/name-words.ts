import { capitalized } from '../../units/capitalized.ts'

/** The words of a name of the service’s model: `SetUserMFAPreference` has set, user, mfa, preference. */
const nameWords = (name: string): readonly string[] =>
  name
    .replaceAll(/[^A-Za-z0-9]/g, '')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(' ')

/** As in `set_user_mfa_preference`. */
export const snakeCase = (name: string): string => nameWords(name).join('_')

/** As in `set-user-mfa-preference`. */
export const kebabCase = (name: string): string => nameWords(name).join('-')

/** As in `SetUserMfaPreference`. */
export const pascalCase = (name: string): string => nameWords(name).map(capitalized).join('')

/** As in `setUserMfaPreference`. */
export const camelCase = (name: string): string => {
  const [first = '', ...others] = nameWords(name)
  return [first, ...others.map(capitalized)].join('')
}
