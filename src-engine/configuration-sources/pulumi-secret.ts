import { isJsonObject, parseTolerantly, textMember } from '../import/json-object.ts'

/** The member by which a state of Pulumi marks a value that is not a plain one, and its kind. */
const signature = '4dabf18193072939515e22adb298388d'
const secretKind = '1b47061264138c4ac30d75fd1eb44270'

/**
 * What a secret of Pulumi contains, where the state was exported with `--show-secrets`: the value is
 * JSON in a text. Undefined while it is encrypted, and for any other value.
 * (pulumi/pulumi, developer-docs/architecture/deployment-schema.md.)
 */
export function pulumiSecret(value: unknown): unknown {
  if (!isJsonObject(value) || textMember(value, signature) !== secretKind) return undefined
  const plaintext = textMember(value, 'plaintext')
  return plaintext === undefined ? undefined : parseTolerantly(plaintext)
}
