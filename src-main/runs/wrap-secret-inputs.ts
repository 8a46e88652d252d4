import { sensitiveMember } from '#engine/catalogue/sensitive-members.ts'
import { revealText, Secret } from '#engine/secret/secret.ts'
import type { WireValues } from '#engine/wire/wire-values.ts'

/**
 * Values as a person gave them, each secret one with the kind that the catalogue names for its
 * key. A text that was given openly under a secret key becomes a Secret.
 */
export const wrapSecretInputs = (values: WireValues): WireValues =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const kind = sensitiveMember(name, revealText(value))?.kind
      return kind === undefined || (value instanceof Secret && value.kind !== 'text')
        ? [name, value]
        : [name, Secret.of(kind, revealText(value))]
    }),
  )
