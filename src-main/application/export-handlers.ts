import { BridgeError } from '#contract/failure.ts'
import { exportFormats } from '#engine/export/formats/index.ts'
import { redactionChoices } from '#engine/export/redaction-choices.ts'
import type { ExportForm } from '#main/export/export-trace.ts'
import type { StoredRun } from '#main/trace-store/trace-store.ts'
import type { Application, HandlersOf } from './application.ts'
import type { RunDependencies } from './run-handlers.ts'

/** What the handlers of exports work on besides the application. */
export interface ExportDependencies extends Pick<RunDependencies, 'runs'> {
  /** Writes a file that only this user may read, by a rename. */
  readonly writeFile: (path: string, text: string) => Promise<void>
  readonly newConfirmation: () => string
}

/** Exports. An unredacted one leaves only after a look at what it contains, and once for each look. */
export function exportHandlers({
  newConfirmation,
  runs,
  system,
  writeFile,
}: Pick<Application, 'system'> & ExportDependencies): HandlersOf<'export'> {
  /** What was looked at, by the confirmation that was given for it. */
  const confirmed = new Map<string, string>()
  const lookedAt = (runId: string, { events }: StoredRun, { format }: ExportForm) =>
    JSON.stringify([runId, format, events.length])

  function spend(confirmation: string, looked: string): void {
    const seen = confirmed.get(confirmation)
    confirmed.delete(confirmation)
    if (seen === undefined)
      throw new BridgeError(
        'export-unconfirmed',
        'Review and confirm the contents of an unredacted export before saving it.',
      )
    if (seen !== looked)
      throw new BridgeError(
        'export-changed',
        'The sign-in has continued since you confirmed. Review the contents of the file again.',
      )
  }

  return {
    'export.formats': () =>
      exportFormats.map(({ id, note, title }) => ({ format: id, note, title })),
    'export.redactionChoices': () => [...redactionChoices],
    'export.preview': async ({ runId, ...form }) => {
      const { exportFileName, storedRunContents } = await import('#main/export/export-trace.ts')
      const stored = await (await runs()).stored(runId)
      const preview = {
        fileName: exportFileName(stored, form.format),
        exportContents: [...storedRunContents(stored, form)],
      }
      if (form.redacted) return { ...preview, confirmation: '' }
      const confirmation = newConfirmation()
      confirmed.set(confirmation, lookedAt(runId, stored, form))
      return { ...preview, confirmation }
    },
    'export.save': async ({ confirmation, runId, ...form }) => {
      const { exportFileName, exportTrace } = await import('#main/export/export-trace.ts')
      const stored = await (await runs()).stored(runId)
      const looked = lookedAt(runId, stored, form)
      if (!form.redacted) spend(confirmation, looked)
      // As long as nothing has left, the person need not look again.
      const giveBack = () => {
        if (!form.redacted) confirmed.set(confirmation, looked)
      }
      const text = exportTrace(stored, form)
      const path = await system.askWhereToSave(exportFileName(stored, form.format))
      if (path === undefined) {
        giveBack()
        return {}
      }
      try {
        await writeFile(path, text)
      } catch (error) {
        giveBack()
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
        throw new BridgeError('not-saved', `The file could not be written (${code}).`, { code })
      }
      return { path }
    },
  }
}
