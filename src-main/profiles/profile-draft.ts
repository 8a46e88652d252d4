import type { z } from 'zod'
import type { Profile, profileDraft } from '#contract/routes/profiles.ts'
import { BridgeError } from '#contract/failure.ts'
import {
  validateClientId,
  validateEndpoint,
  validatePoolId,
  validateProxy,
  validateRegion,
} from '#contract/profile-checks.ts'
import type { Secret } from '#engine/secret/secret.ts'
import type { StoredProfile } from './profile-file.ts'

/** What a person enters for a new profile; its secret strings were wrapped on entry. */
export type ProfileDraft = z.output<typeof profileDraft>

/** The fields of a profile that hold a secret. */
export type SecretField = 'clientSecret' | 'totpSecret' | 'proxyPassword'

/** The secrets of a profile that are there and can be opened. */
export type ProfileSecrets = Readonly<Partial<Record<SecretField, Secret>>>

/** All of them. */
export const secretFields: readonly SecretField[] = ['clientSecret', 'totpSecret', 'proxyPassword']

/** A profile without its id and its secrets. */
export type OpenFields = Omit<StoredProfile, 'id' | 'probe' | SecretField>

/**
 * Refuses what cannot work, with the sentence that the window shows as well.
 * @throws BridgeError `profile-invalid` with the field and the sentence as evidence
 */
export function checked(fields: OpenFields): OpenFields {
  const { clientId, endpoint, name, proxy, region, userPoolId } = fields
  const validationErrors: Readonly<Record<string, string | undefined>> = {
    name: name.trim() === '' ? 'A profile needs a name.' : undefined,
    userPoolId: validatePoolId(userPoolId, endpoint),
    clientId: validateClientId(clientId),
    region: validateRegion(region, userPoolId, endpoint),
    endpoint: validateEndpoint(endpoint),
    proxy: validateProxy(proxy),
  }
  for (const [field, validationError] of Object.entries(validationErrors))
    if (validationError !== undefined)
      throw new BridgeError('profile-invalid', validationError, { field, validationError })
  return fields
}

/** The fields of a profile under a name that is not taken; its secrets are copied apart. */
export function copyOf(profile: Profile, taken: readonly string[]): OpenFields {
  const {
    id: _its,
    hasClientSecret,
    hasProxyPassword,
    hasTotpSecret,
    practice: _own,
    unreadable,
    ...fields
  } = profile
  return { ...fields, name: nameOfCopy(profile.name, taken) }
}

/** “Shop copy”, or “Shop copy 2” when that is taken. */
function nameOfCopy(name: string, taken: readonly string[]): string {
  const base = `${name.replace(/ copy( \d+)?$/, '')} copy`
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? base : `${base} ${String(number)}`
    if (!taken.includes(candidate)) return candidate
  }
}
