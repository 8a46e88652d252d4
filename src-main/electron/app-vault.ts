import { randomBytes } from 'node:crypto'
import { app } from 'electron'
import { openVaultDocument } from '#main/vault/vault-document.ts'
import { openVault, type Vault } from '#main/vault/vault.ts'
import { safeStorageBox } from './safe-storage-box.ts'
import { storeFile } from './store-file.ts'

/** The vault of the window, for a command that runs without one. Electron has to be ready. */
export async function openAppVault(): Promise<Vault> {
  return openVault({
    box: await safeStorageBox(),
    document: openVaultDocument({
      folder: app.getPath('userData'),
      write: storeFile,
      now: Date.now,
    }),
    randomHex: (bytes) => randomBytes(bytes).toString('hex'),
  })
}
