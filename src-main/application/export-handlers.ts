import { BridgeError } from '#contract/failure.ts'
import type { ExportRequest } from '#contract/routes/exports.ts'
import { exportFormats } from '#engine/export/formats/index.ts'
import { redactionChoices } from '#engine/export/redaction-choices.ts'
import { builtInProfiles } from '#engine/export/redaction-profile.ts'
import type { DraggedFiles } from '#main/export/dragged-files.ts'
import type { ExportPorts } from '#main/export/export-runs.ts'
import type { StoredRun } from '#main/trace-store/trace-store.ts'
import type { Application, HandlersOf } from './application.ts'
import type { RunDependencies } from './run-handlers.ts'

/** What the handlers of exports work on besides the application. */
export interface ExportDependencies extends Pick<RunDependencies, 'runs'> {
  /** Writes a file that only this user may read, by a rename. */
  readonly writeFile: (path: string, content: string | Uint8Array) => Promise<void>
  readonly newConfirmation: () => string
  readonly draggedFiles: DraggedFiles
}

/** Characters of a file that the window shows. */
const longestPreview = 24_000

/** Exports. An unredacted one leaves only after a look at what it contains, and once for each look. */
export function exportHandlers({
  draggedFiles,
  newConfirmation,
  runs,
  settings,
  system,
  writeFile,
}: Pick<Application, 'settings' | 'system'> & ExportDependencies): HandlersOf<'export'> {
  /** What was looked at, by the confirmation that was given for it. */
  const confirmed = new Map<string, string>()
  const lookedAt = (
    { format, runIds, step, zip }: Omit<ExportRequest, 'redacted'>,
    stored: readonly StoredRun[],
  ) => JSON.stringify([runIds, format, step, zip, stored.map(({ events }) => events.length)])

  const ports = (): ExportPorts => ({
    application: `Authscope ${system.version}`,
    now: Date.now(),
    drawPicture: system.drawPicture,
  })

  async function storedOf({ runIds }: Pick<ExportRequest, 'runIds'>) {
    const { mostExportedRuns } = await import('#main/export/export-runs.ts')
    if (runIds.length > mostExportedRuns)
      throw new BridgeError(
        'export-too-many',
        `${String(runIds.length)} runs are too many for one file: at most ${String(mostExportedRuns)} fit. Export the whole history instead.`,
      )
    const all = await runs()
    const stored: StoredRun[] = []
    for (const runId of runIds) stored.push(await all.stored(runId))
    return stored
  }

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
      exportFormats.map(({ alwaysRedacted, id, isPicture, join, note, title }) => ({
        format: id,
        note,
        title,
        joins: join !== undefined,
        isPicture: isPicture === true,
        alwaysRedacted: alwaysRedacted === true,
      })),
    'export.redactionChoices': () => [...redactionChoices],
    'export.redactionProfiles': () => ({
      builtIn: [...builtInProfiles],
      saved: settings.value().redactionProfiles ?? [],
    }),
    'export.saveRedactionProfiles': async ({ profiles }) => {
      const names = [...builtInProfiles, ...profiles].map(({ name }) => name.toLowerCase())
      const taken = names.find((name, index) => names.indexOf(name) !== index)
      if (taken !== undefined)
        throw new BridgeError('name-taken', `There is a redaction profile “${taken}” already.`)
      await settings.change((file) => ({ ...file, redactionProfiles: profiles }))
    },
    'export.preview': async (request) => {
      const { exportPreview, storedRunsContents } = await import('#main/export/export-trace.ts')
      const { exportedName } = await import('#main/export/export-runs.ts')
      const stored = await storedOf(request)
      const [first] = stored
      const preview = {
        fileName: exportedName(stored, request),
        exportContents: [...storedRunsContents(stored, request)],
        leaks: [],
      }
      const { alwaysRedacted } = exportFormats.find(({ id }) => id === request.format) ?? {}
      if (!request.redacted && !alwaysRedacted) {
        const confirmation = newConfirmation()
        confirmed.set(confirmation, lookedAt(request, stored))
        return { ...preview, confirmation }
      }
      const { leaks, text } = first ? exportPreview(first, request) : { leaks: [], text: '' }
      const found = leaks.map(({ at, message }) => ({ at, message }))
      const rest = { ...preview, confirmation: '', leaks: found }
      if (leaks.length > 0) return rest
      return { ...rest, beginning: { text: text.slice(0, longestPreview), size: text.length } }
    },
    'export.save': async ({ confirmation, ...request }) => {
      const { exportRuns } = await import('#main/export/export-runs.ts')
      const stored = await storedOf(request)
      const looked = lookedAt(request, stored)
      const { alwaysRedacted } = exportFormats.find(({ id }) => id === request.format) ?? {}
      const redacted = request.redacted || alwaysRedacted === true
      if (!redacted) spend(confirmation, looked)
      // As long as nothing has left, the person need not look again.
      const giveBack = () => {
        if (!redacted) confirmed.set(confirmation, looked)
      }
      const { content, name } = await exportRuns(stored, request, ports())
      const path = await system.askWhereToSave(name)
      if (path === undefined) {
        giveBack()
        return {}
      }
      try {
        await writeFile(path, content)
      } catch (error) {
        giveBack()
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
        throw new BridgeError('not-saved', `The file could not be written (${code}).`, { code })
      }
      return { path }
    },
    'export.copy': async (request) => {
      const { exportRuns } = await import('#main/export/export-runs.ts')
      const form = { ...request, redacted: true }
      const { content } = await exportRuns(await storedOf(request), form, ports())
      if (typeof content !== 'string')
        throw new BridgeError('not-copied', 'A picture or a zip is no text: save it as a file.')
      await system.clipboard.write(content)
    },
    'export.drag': async (request) => {
      const { exportRuns } = await import('#main/export/export-runs.ts')
      const form = { ...request, redacted: true }
      const file = await exportRuns(await storedOf(request), form, ports())
      await system.startDrag?.(await draggedFiles.write(file))
    },
  }
}
