import { randomUUID } from 'node:crypto'
import { app } from 'electron'
import type { Authenticator } from '#engine/catalogue/authenticator.ts'
import { emptyPasskeyFile, passkeyFile, passkeyFileVersion } from '#main/passkeys/passkey-file.ts'
import { createPasskeys } from '#main/passkeys/passkeys.ts'
import { signInAuthenticator } from '#main/passkeys/sign-in-authenticator.ts'
import { openAppVault } from './app-vault.ts'
import { openCommandLineDocument } from './command-line-documents.ts'
import { passkeyWindow } from './passkey-window.ts'

/**
 * The passkeys that the window keeps, for one command.
 * @throws Error when the window is open, since both would write the counters
 */
export async function openPasskeys(): Promise<Authenticator> {
  if (!app.requestSingleInstanceLock())
    throw new Error('Authscope is open and uses its passkeys exclusively: close it first.')
  await app.whenReady()
  const vault = openAppVault()
  const passkeys = createPasskeys({
    document: openCommandLineDocument('passkeys', {
      version: passkeyFileVersion,
      schema: passkeyFile,
      empty: emptyPasskeyFile,
    }),
    vault,
    newId: randomUUID,
  })
  return signInAuthenticator({
    passkeys,
    window: passkeyWindow(() => undefined),
    // The command line has no profiles: whatever passkey Cognito allows may sign.
    choice: () => passkeys.choice(''),
    now: Date.now,
    used: () => undefined,
  })
}
