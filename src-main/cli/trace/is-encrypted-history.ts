import { closeSync, openSync, readSync } from 'node:fs'

const begin = 'age-encryption.org/v1'

/** Whether a path names a file that begins as age writes it; false also where there is none. */
export function isEncryptedHistory(path: string): boolean {
  try {
    const file = openSync(path, 'r')
    try {
      const bytes = Buffer.alloc(begin.length)
      readSync(file, bytes)
      return bytes.toString('latin1') === begin
    } finally {
      closeSync(file)
    }
  } catch {
    return false
  }
}
