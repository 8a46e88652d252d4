import writeFileAtomic from 'write-file-atomic'

/**
 * Writes a file that only this user may read: beside its place first, then by a rename, so that a
 * failure or a power cut leaves what was there before.
 */
export const writePrivateFile = (path: string, text: string): Promise<void> =>
  writeFileAtomic(path, text, { mode: 0o600 })
