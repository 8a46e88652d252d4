import { z } from 'zod'
import { redactionChoices } from '#engine/export/redaction-choices.ts'
import type { Redaction, RedactionProfile } from '#engine/export/redaction-profile.ts'

const claimNames = z.array(z.string().min(1).max(200)).max(200).readonly()

/** What a redacted file has as marks, as far as it is a choice. */
export const redactionSchema = z.object({
  users: z.enum(['hashed', 'kept', 'removed']),
  hosts: z.enum(['kept', 'masked']),
  replaced: z.array(z.enum(redactionChoices.map((choice) => choice.id))).readonly(),
  keptClaims: claimNames,
  replacedClaims: claimNames,
}) satisfies z.ZodType<Redaction>

/** Choices about redaction that a person has saved under a name. */
export const redactionProfileSchema = z.object({
  name: z
    .string()
    .trim()
    .min(1)
    .max(40)
    .refine((name) => !/[\p{Cc},]/u.test(name)),
  redaction: redactionSchema,
}) satisfies z.ZodType<RedactionProfile>
