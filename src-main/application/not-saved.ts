import { BridgeError } from '#contract/failure.ts'
import { codeOfError, messageOfFileError } from '#main/import/file-error.ts'

/** A file that could not be written, as `not-saved`: which one and why, where the error says so. */
export function notSaved(error: unknown): BridgeError {
  const code = codeOfError(error)
  const reason = messageOfFileError(error) ?? `The file could not be written (${code}).`
  return new BridgeError('not-saved', reason, { code })
}
