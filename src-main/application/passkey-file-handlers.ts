import { readFile } from 'node:fs/promises'
import { BridgeError } from '#contract/failure.ts'
import type { Passkeys } from '#main/passkeys/passkeys.ts'
import type { Application, HandlersOf } from './application.ts'
import type { ExportDependencies } from './export-handlers.ts'
import { notSaved } from './not-saved.ts'
import { codeOfError } from '#main/import/file-error.ts'

interface PasskeyFileDependencies
  extends Pick<Application, 'system'>, Pick<ExportDependencies, 'newConfirmation' | 'writeFile'> {
  readonly passkeys: Passkeys
  /** Tells the window that the passkeys of a profile changed. */
  readonly changed: (profileId: string) => void
}

/** Passkeys exported to files, after their contents were confirmed, and imported from them. */
export function passkeyFileHandlers({
  changed,
  newConfirmation,
  passkeys,
  system,
  writeFile,
}: PasskeyFileDependencies): Pick<
  HandlersOf<'passkey'>,
  'passkey.export' | 'passkey.exportPreview' | 'passkey.import'
> {
  /** Passkeys whose contents were reviewed, by the confirmation of it. */
  const confirmed = new Map<string, string>()
  const exported = () => import('#main/passkeys/exported-passkey.ts')

  return {
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
        throw notSaved(error)
      }
      confirmed.delete(confirmation)
      return { path }
    },
    'passkey.import': async ({ profileId, username }) => {
      const path = await system.askWhatToOpen('Passkeys', ['json'])
      if (path === undefined) return {}
      const text = await readFile(path, 'utf8').catch((error: unknown) => {
        const code = codeOfError(error)
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
