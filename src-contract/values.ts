import { z } from 'zod'
import { sensitiveMember } from '#engine/catalogue/sensitive-members.ts'
import { Secret, type SecretKind } from '#engine/secret/secret.ts'

/** No input, or no output. */
export const nothing = z.void()

/** The id of a profile, a run or another thing that the main process keeps. */
export const id = z.string().min(1).max(200)

/** Public and personal values by name. */
export const texts = z.record(z.string(), z.string())

/** A text that becomes a Secret the moment it enters the main process. */
export const secret = (kind: SecretKind) =>
  z
    .string()
    .min(1)
    .transform((text) => Secret.of(kind, text))

/**
 * Secret values by their key on the wire, each of the kind that the catalogue names for it.
 * TOTP_SECRET is no key of the wire: codes are computed from it.
 */
export const secretsByKey = z.record(z.string(), z.string().min(1)).transform((texts) =>
  Object.fromEntries(
    Object.entries(texts).map(([key, text]) => {
      const kind = key === 'TOTP_SECRET' ? 'totp secret' : sensitiveMember(key)?.kind
      return [key, Secret.of(kind ?? 'text', text)]
    }),
  ),
)
