import { join } from 'node:path'

/** One database for each data key, so that one whose key does not open now is left alone. */
export const historyFile = (folder: string, keyId: string): string =>
  join(folder, `traces-${keyId}.db`)
