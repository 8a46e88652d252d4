import type { CopiedAs } from '#contract/routes/secrets.ts'
import { reveal, Secret } from '#engine/secret/secret.ts'

/** What is put on the clipboard of a secret. */
export const copiedSecret = (secret: Secret, as: CopiedAs): Secret =>
  as === 'value' ? secret : Secret.of('header', `Authorization: Bearer ${reveal(secret)}`)
