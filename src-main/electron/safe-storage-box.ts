import { safeStorage } from 'electron'
import { openSafeStorage } from '#main/vault/safe-storage.ts'
import type { SecretBox } from '#main/vault/secret-box.ts'

/** Electron's `safeStorage` as a {@link SecretBox}. Only after Electron is ready. */
export const safeStorageBox = (): Promise<SecretBox> =>
  openSafeStorage(safeStorage, process.platform)
