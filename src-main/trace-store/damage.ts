/** The file cannot be trusted as it is, for a reason that is a sentence. */
export class DamagedFileError extends Error {
  override readonly name = 'DamagedFileError'
}

/** Reason for a file whose contents are not what was written. */
export const damaged = 'It is damaged.'

/** Why an error of the database means that its file is of no use as it is; else undefined. */
export function damageOf(error: unknown): string | undefined {
  if (error instanceof DamagedFileError) return error.message
  switch ((error as { code?: unknown }).code) {
    case 'SQLITE_NOTADB':
      return 'It cannot be opened with this key, or is not a database.'
    case 'SQLITE_CORRUPT':
      return damaged
    default:
      return undefined
  }
}

/** Does something optional, which is skipped when the disk is full. */
export function unlessFull(act: () => void): void {
  try {
    act()
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'SQLITE_FULL') throw error
  }
}
