import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { app } from 'electron'
import { openDocument } from '#main/settings/document.ts'
import {
  emptyVaultRecord,
  openVault,
  vaultRecord,
  vaultVersion,
  type Vault,
} from '#main/vault/vault.ts'
import { safeStorageBox } from './safe-storage-box.ts'
import { storeFile } from './store-file.ts'

/** The vault of the window, for a command that runs without one. Electron has to be ready. */
export async function openAppVault(): Promise<Vault> {
  return openVault({
    box: await safeStorageBox(),
    document: openDocument({
      path: join(app.getPath('userData'), 'vault.json'),
      version: vaultVersion,
      schema: vaultRecord,
      empty: emptyVaultRecord,
      write: storeFile,
      now: Date.now,
    }),
    randomHex: (bytes) => randomBytes(bytes).toString('hex'),
  })
}
