import { reveal, Secret, type SecretKind } from '#engine/secret/secret.ts'

const beginning = 'authscope 1 '

/**
 * A secret as the one text that is sealed. The known beginning matters: a cipher without
 * authentication, which some backends use, can open with the wrong key and give nonsense.
 */
export const packSecret = (secret: Secret): string =>
  `${beginning}${JSON.stringify([secret.kind, reveal(secret)])}`

/** @throws TypeError when the text did not come from {@link packSecret} */
export function unpackSecret(text: string): Secret {
  if (!text.startsWith(beginning)) throw new TypeError('not a packed secret')
  const [kind, value] = JSON.parse(text.slice(beginning.length)) as [SecretKind, string]
  return Secret.of(kind, value)
}
