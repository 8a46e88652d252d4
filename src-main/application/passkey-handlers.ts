import type { Passkey } from '#contract/routes/passkeys.ts'
import { BridgeError } from '#contract/failure.ts'
import { withVisibleTexts } from '#engine/json/visible-text.ts'
import type { Passkeys } from '#main/passkeys/passkeys.ts'
import type { Application, HandlersOf } from './application.ts'
import type { ExportDependencies } from './export-handlers.ts'
import { passkeyFileHandlers } from './passkey-file-handlers.ts'
import type { RunDependencies } from './run-handlers.ts'

/** Passkeys: registered, kept, and compared with those at Cognito. */
export function passkeyHandlers({
  emit,
  newConfirmation,
  passkeys,
  runs,
  system,
  writeFile,
}: Pick<Application, 'emit' | 'system'> &
  Pick<RunDependencies, 'runs'> &
  Omit<ExportDependencies, 'runs'> & { readonly passkeys: Passkeys }): HandlersOf<'passkey'> {
  const changed = (profileId: string) => {
    emit({ type: 'passkeys.changed', profileId })
  }
  async function thenNotify(change: Promise<Passkey>): Promise<Passkey> {
    const passkey = await change
    changed(passkey.profileId)
    return passkey
  }
  const atCognito = () => import('#main/passkeys/at-cognito.ts')

  return {
    'passkey.list': async ({ profileId }) => ({
      passkeys: [...(await passkeys.list(profileId))],
      choice: passkeys.choice(profileId),
    }),
    'passkey.choose': ({ choice, profileId }) => {
      passkeys.choose(profileId, choice)
      changed(profileId)
    },
    'passkey.register': async (registration) => {
      const { authenticatorWindow: window } = system
      if (!window)
        throw new BridgeError('passkey-not-created', 'No browser is available to create a passkey.')
      const { registerPasskey } = await import('#main/passkeys/registration.ts')
      const done = await registerPasskey(
        { runs: await runs(), passkeys, window, now: Date.now },
        registration,
      )
      if (done.passkey) changed(done.passkey.profileId)
      return done
    },
    'passkey.rename': ({ id, name }) => thenNotify(passkeys.change(id, { name })),
    'passkey.delete': ({ id }) => passkeys.delete(id),
    'passkey.restore': ({ id }) => passkeys.restore(id),
    'passkey.listAtCognito': async ({ runId }) => {
      const { listAtCognito } = await atCognito()
      const { credentials, refused } = await listAtCognito(await runs(), runId)
      return withVisibleTexts({
        credentials: [...credentials],
        ...(refused !== undefined && { refused }),
      })
    },
    'passkey.deleteAtCognito': async ({ credentialId, runId }) => {
      const { deleteAtCognito } = await atCognito()
      return deleteAtCognito(await runs(), runId, credentialId)
    },
    ...passkeyFileHandlers({ changed, newConfirmation, passkeys, system, writeFile }),
  }
}
