import writeFileAtomic from 'write-file-atomic'

/**
 * Writes a file that only this user may read: beside its place first, then by a rename, so that a
 * failure or a power cut leaves what was there before.
 */
export const writePrivateFile = (path: string, content: string | Uint8Array): Promise<void> =>
  writeFileAtomic(path, typeof content === 'string' ? content : Buffer.from(content), {
    mode: 0o600,
  })
