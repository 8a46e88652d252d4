import { BridgeError } from '#contract/failure.ts'
import type { ExportRequest } from '#contract/routes/exports.ts'
import { exportFormat, exportFormats } from '#engine/export/formats/index.ts'
import type { DraggedFiles } from '#main/export/dragged-files.ts'
import type { StoredRun } from '#main/trace-store/trace-store.ts'
import type { Application, HandlersOf } from './application.ts'
import { exportConfirmations } from './export-confirmations.ts'
import { redactionHandlers } from './redaction-handlers.ts'
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
  const confirmations = exportConfirmations(newConfirmation)

  async function storedOf({ runIds }: Pick<ExportRequest, 'runIds'>) {
    const { assertNotTooMany } = await import('#main/export/export-runs.ts')
    assertNotTooMany(runIds)
    const all = await runs()
    const stored: StoredRun[] = []
    for (const runId of runIds) stored.push(await all.stored(runId))
    return stored
  }

  async function exported(stored: readonly StoredRun[], request: Omit<ExportRequest, 'runIds'>) {
    const { exportRuns } = await import('#main/export/export-runs.ts')
    return exportRuns(stored, request, {
      application: `Authscope ${system.version}`,
      now: Date.now(),
      drawPicture: system.drawPicture,
    })
  }

  return {
    ...redactionHandlers({ settings }),
    'export.formats': () =>
      exportFormats.map(({ alwaysRedacted, id, isPicture, join, note, title }) => ({
        format: id,
        note,
        title,
        joins: join !== undefined,
        isPicture: isPicture === true,
        alwaysRedacted: alwaysRedacted === true,
      })),
    'export.preview': async (request) => {
      const { exportPreview, storedRunsContents } = await import('#main/export/export-trace.ts')
      const { exportedName } = await import('#main/export/export-runs.ts')
      const stored = await storedOf(request)
      const preview = {
        fileName: exportedName(stored, request),
        confirmation: '',
        leaks: [],
        exportContents: [...storedRunsContents(stored, request)],
      }
      if (!isRedacted(request))
        return { ...preview, confirmation: confirmations.give(lookedAt(request, stored)) }
      const [first] = stored
      const { leaks, text } = first ? exportPreview(first, request) : { leaks: [], text: '' }
      if (leaks.length > 0)
        return { ...preview, leaks: leaks.map(({ at, message }) => ({ at, message })) }
      return { ...preview, beginning: { text: text.slice(0, longestPreview), size: text.length } }
    },
    'export.save': async ({ confirmation, ...request }) => {
      const stored = await storedOf(request)
      const looked = lookedAt(request, stored)
      if (!isRedacted(request)) confirmations.spend(confirmation, looked)
      const giveBack = () => {
        if (!isRedacted(request)) confirmations.giveBack(confirmation, looked)
      }
      const { content, name } = await exported(stored, request)
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
      const { content } = await exported(await storedOf(request), { ...request, redacted: true })
      if (typeof content !== 'string')
        throw new BridgeError('not-copied', 'A picture or a zip is no text: save it as a file.')
      await system.clipboard.write(content)
    },
    'export.drag': async (request) => {
      const file = await exported(await storedOf(request), { ...request, redacted: true })
      await system.startDrag?.(await draggedFiles.write(file))
    },
  }
}

const isRedacted = ({ format, redacted }: Pick<ExportRequest, 'format' | 'redacted'>): boolean =>
  redacted || exportFormat(format).alwaysRedacted === true

/** What a person was shown of these runs; another look is needed where it is another. */
const lookedAt = (
  { format, runIds, step, zip }: ExportRequest,
  stored: readonly StoredRun[],
): string => JSON.stringify([runIds, format, step, zip, stored.map(({ events }) => events.length)])
