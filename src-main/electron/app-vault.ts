import { randomBytes } from 'node:crypto'
import { app } from 'electron'
import { openVaultDocument } from '#main/vault/vault-document.ts'
import { openVault, type Vault } from '#main/vault/vault.ts'
import { sayQuarantined } from './command-line-documents.ts'
import { safeStorageBox } from './safe-storage-box.ts'
import { storeFile } from './store-file.ts'

/** The vault of the window, for a command that runs without one. Electron has to be ready. */
export function openAppVault(): Vault {
  const document = openVaultDocument({
    folder: app.getPath('userData'),
    write: storeFile,
    now: Date.now,
  })
  sayQuarantined('vault.json', document)
  return openVault({
    box: safeStorageBox,
    document,
    randomHex: (bytes) => randomBytes(bytes).toString('hex'),
  })
}
