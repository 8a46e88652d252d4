import { randomUUID } from 'node:crypto'
import { app } from 'electron'
import type { StoredProfiles } from '#main/cli/command-line-io.ts'
import type { AllowedProfile } from '#main/mcp/allowed-profile.ts'
import { emptyProfileFile, profileFile, profileFileVersion } from '#main/profiles/profile-file.ts'
import { createProfiles, type Profiles } from '#main/profiles/profiles.ts'
import type { Vault } from '#main/vault/vault.ts'
import { openAppVault } from './app-vault.ts'
import { openCommandLineDocument } from './command-line-documents.ts'

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
  const vault = openAppVault()
  return { profiles: profilesIn(vault), maySealSecrets: await vault.mayStore() }
}

/** The profiles of the window for a command that only reads them; the window may be open. */
export async function readProfiles(): Promise<readonly AllowedProfile[]> {
  await app.whenReady()
  const profiles = profilesIn(openAppVault())
  return Promise.all(
    (await profiles.list()).map(async ({ clientId, endpoint, id, name, region, userPoolId }) => {
      const { clientSecret } = await profiles.secretsOf(id)
      const client = { userPoolId, clientId, ...(clientSecret && { clientSecret }) }
      return { name, client, region, endpoint }
    }),
  )
}

const profilesIn = (vault: Vault): Profiles =>
  createProfiles({
    document: openCommandLineDocument('profiles', {
      version: profileFileVersion,
      schema: profileFile,
      empty: emptyProfileFile,
    }),
    vault,
    practice: () => [],
    newId: randomUUID,
  })
