import { damaged, DamagedFileError } from './damage.ts'

const decoder = new TextDecoder('utf-8', { fatal: true })

/**
 * Text that was selected as bytes: libsql ends the whole process when a damaged text is no UTF-8.
 * @throws DamagedFileError for what cannot be what was written
 */
export function storedText(bytes: ArrayBuffer): string {
  try {
    return decoder.decode(bytes)
  } catch {
    throw new DamagedFileError(damaged)
  }
}

/** The same, of JSON. @throws DamagedFileError */
export function storedJson(bytes: ArrayBuffer): unknown {
  try {
    return JSON.parse(storedText(bytes))
  } catch {
    throw new DamagedFileError(damaged)
  }
}
