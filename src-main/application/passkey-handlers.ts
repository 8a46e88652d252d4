import { readFile } from 'node:fs/promises'
import type { Passkey } from '#contract/routes/passkeys.ts'
import { BridgeError } from '#contract/failure.ts'
import type { Passkeys } from '#main/passkeys/passkeys.ts'
import type { Application, HandlersOf } from './application.ts'
import type { ExportDependencies } from './export-handlers.ts'
import type { RunDependencies } from './run-handlers.ts'

/** Passkeys: made, kept, compared with those at Cognito, taken in and given out. */
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
  /** Passkeys that were looked at before they leave, by the confirmation given for it. */
  const confirmed = new Map<string, string>()
  const changed = (profileId: string) => {
    emit({ type: 'passkeys.changed', profileId })
  }
  async function told(work: Promise<Passkey>): Promise<Passkey> {
    const passkey = await work
    changed(passkey.profileId)
    return passkey
  }
  const exported = () => import('#main/passkeys/exported-passkey.ts')
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
        throw new BridgeError('passkey-not-made', 'No browser is available to create a passkey.')
      const { registerPasskey } = await import('#main/passkeys/registration.ts')
      const done = await registerPasskey(
        { runs: await runs(), passkeys, window, now: Date.now },
        registration,
      )
      if (done.passkey) changed(done.passkey.profileId)
      return done
    },
    'passkey.rename': ({ id, name }) => told(passkeys.change(id, { name })),
    'passkey.delete': ({ id }) => passkeys.delete(id),
    'passkey.restore': ({ id }) => passkeys.restore(id),
    'passkey.listAtCognito': async ({ runId }) => {
      const { listAtCognito } = await atCognito()
      const { credentials, refused } = await listAtCognito(await runs(), runId)
      return {
        credentials: [...credentials],
        ...(refused !== undefined && { refused }),
      }
    },
    'passkey.deleteAtCognito': async ({ credentialId, runId }) => {
      const { deleteAtCognito } = await atCognito()
      return deleteAtCognito(await runs(), runId, credentialId)
    },
    'passkey.exportPreview': async ({ id }) => {
      const { contentsWith } = await exported()
      const passkey = await passkeys.open(id)
      const confirmation = newConfirmation()
      confirmed.set(confirmation, id)
      return {
        fileName: `passkey-${passkey.rpId}.json`,
        exportContents: [...contentsWith(passkey)],
        confirmation,
      }
    },
    'passkey.export': async ({ confirmation, id }) => {
      if (confirmed.get(confirmation) !== id)
        throw new BridgeError(
          'export-unconfirmed',
          'Review and confirm the contents of the passkey file before saving it.',
        )
      const { exportPasskey } = await exported()
      const passkey = await passkeys.open(id)
      const path = await system.askWhereToSave(`passkey-${passkey.rpId}.json`)
      if (path === undefined) return {}
      try {
        await writeFile(path, exportPasskey(passkey))
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
        throw new BridgeError('not-saved', `The file could not be written (${code}).`, { code })
      }
      confirmed.delete(confirmation)
      return { path }
    },
    'passkey.import': async ({ profileId, username }) => {
      const path = await system.askWhatToOpen('Passkeys', ['json'])
      if (path === undefined) return {}
      const text = await readFile(path, 'utf8').catch((error: unknown) => {
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
        throw new BridgeError('passkey-file', `The file could not be read (${code}).`, { code })
      })
      const { importPasskeys } = await exported()
      const present = await passkeys.list(profileId)
      const fresh = importPasskeys(text).filter(
        ({ credentialId }) => !present.some((one) => one.credentialId === credentialId),
      )
      for (const one of fresh)
        await passkeys.add({ ...one, profileId, username: one.username || username })
      changed(profileId)
      return { taken: fresh.length }
    },
  }
}
