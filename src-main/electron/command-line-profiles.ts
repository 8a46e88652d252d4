import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { app } from 'electron'
import type { StoredProfiles } from '#main/cli/command-line-io.ts'
import { emptyProfileFile, profileFile, profileFileVersion } from '#main/profiles/profile-file.ts'
import { createProfiles } from '#main/profiles/profiles.ts'
import { openDocument } from '#main/settings/document.ts'
import { openAppVault } from './app-vault.ts'
import { storeFile } from './store-file.ts'

/**
 * The profiles of the window, for one command.
 * @throws Error when the window is open, since both would write the file
 */
export async function openProfiles(): Promise<StoredProfiles> {
  if (!app.requestSingleInstanceLock())
    throw new Error(
      'Authscope is open and uses its profiles exclusively: close it first, or drop the file onto its window.',
    )
  await app.whenReady()
  const vault = await openAppVault()
  const profiles = createProfiles({
    document: openDocument({
      path: join(app.getPath('userData'), 'profiles.json'),
      version: profileFileVersion,
      schema: profileFile,
      empty: emptyProfileFile,
      write: storeFile,
      now: Date.now,
    }),
    vault,
    practice: () => [],
    newId: randomUUID,
  })
  return { profiles, maySealSecrets: vault.mayStore() }
}
