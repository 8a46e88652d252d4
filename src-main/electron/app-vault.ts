import { randomBytes } from 'node:crypto'
import { app } from 'electron'
import { openVaultDocument } from '#main/vault/vault-document.ts'
import { openVault, type Vault } from '#main/vault/vault.ts'
import { writeDocument } from '#main/settings/write-document.ts'
import { safeStorageBox } from './safe-storage-box.ts'

/** The vault of the window, for a command that runs without one. Electron has to be ready. */
export async function openAppVault(): Promise<Vault> {
  return openVault({
    box: await safeStorageBox(),
    document: openVaultDocument({
      folder: app.getPath('userData'),
      write: writeDocument,
      now: Date.now,
    }),
    randomHex: (bytes) => randomBytes(bytes).toString('hex'),
  })
}
