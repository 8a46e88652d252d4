import { BridgeError } from '#contract/failure.ts'
import type { ExportRequest } from '#contract/routes/exports.ts'
import { visibleText } from '#engine/json/visible-text.ts'
import { exportFormat, exportFormats } from '#engine/export/formats/index.ts'
import type { DraggedFiles } from '#main/export/dragged-files.ts'
import type { ExportedFile, FilePieces } from '#main/export/exported-file.ts'
import type { RunsToExport } from '#main/export/runs-to-export.ts'
import type { Application, HandlersOf } from './application.ts'
import { exportConfirmations } from './export-confirmations.ts'
import { exportProgress } from './export-progress.ts'
import { redactionHandlers } from './redaction-handlers.ts'
import type { RunDependencies } from './run-handlers.ts'
import { notSaved } from './not-saved.ts'

/** Dependencies of the handlers of exports, in addition to the application. */
export interface ExportDependencies extends Pick<RunDependencies, 'runs'> {
  /** Writes a file that only this user may read, by a rename. */
  readonly writeFile: (path: string, content: string | Uint8Array) => Promise<void>
  /** The same of a file that comes in pieces. */
  readonly writePieces: (path: string, pieces: FilePieces) => Promise<void>
  readonly newConfirmation: () => string
  readonly draggedFiles: DraggedFiles
}

/** Maximum number of runs as one text of the clipboard. */
const maxCopiedRuns = 1000

/** Characters of a file that the window shows. */
const maxPreviewLength = 24_000

/** Exports. An unredacted one leaves only after a look at what it contains, and once for each look. */
export function exportHandlers({
  draggedFiles,
  emit,
  newConfirmation,
  runs,
  settings,
  system,
  writePieces,
}: Pick<Application, 'emit' | 'settings' | 'system'> &
  Omit<ExportDependencies, 'writeFile'>): HandlersOf<'export'> {
  const confirmations = exportConfirmations(newConfirmation)
  const progress = exportProgress((part) => {
    emit({ type: 'export.progress', part })
  })

  async function chosen({ runIds }: Pick<ExportRequest, 'runIds'>): Promise<RunsToExport> {
    const { assertNotTooMany } = await import('#main/export/export-runs.ts')
    const { runsBy } = await import('#main/export/runs-to-export.ts')
    assertNotTooMany(runIds.length)
    const all = await runs()
    return runsBy(runIds, (runId) => all.stored(runId))
  }

  async function exported(
    stored: RunsToExport,
    request: Omit<ExportRequest, 'runIds'>,
  ): Promise<ExportedFile> {
    const { exportRuns } = await import('#main/export/export-runs.ts')
    return exportRuns(stored, request, {
      application: `Authscope ${system.version}`,
      now: Date.now(),
      drawPicture: system.drawPicture,
    })
  }

  return {
    ...redactionHandlers({ settings }),
    'export.formats': formatsToChoose,
    'export.preview': async (request) => {
      const { exportPreview } = await import('#main/export/export-trace.ts')
      const exporting = await import('#main/export/export-runs.ts')
      const stored = progress.begin(await chosen(request), isRedacted(request) ? 1 : 2)
      const preview = {
        fileName: await exporting.exportedName(stored, request),
        confirmation: '',
        leaks: [],
        exportContents: [...(await exporting.storedRunsContents(stored, request))],
      }
      if (!isRedacted(request))
        return { ...preview, confirmation: confirmations.give(await lookedAt(request, stored)) }
      const first = await firstOf(stored)
      const { leaks, text } = first
        ? exportPreview(first, request, exporting.joinsRuns(stored.count, request))
        : { leaks: [], text: '' }
      if (leaks.length > 0)
        return { ...preview, leaks: leaks.map(({ at, message }) => ({ at, message })) }
      const beginning = visibleText(text.slice(0, maxPreviewLength))
      return { ...preview, beginning: { text: beginning, size: text.length } }
    },
    'export.save': async ({ confirmation, ...request }) => {
      const stored = progress.begin(await chosen(request), passesOf(request))
      const looked = isRedacted(request) ? '' : await lookedAt(request, stored)
      if (!isRedacted(request)) confirmations.spend(confirmation, looked)
      const giveBack = () => {
        if (!isRedacted(request)) confirmations.giveBack(confirmation, looked)
      }
      const { name, pieces } = await exported(stored, request)
      const path = await system.askWhereToSave(name)
      if (path === undefined) {
        giveBack()
        return {}
      }
      try {
        await writePieces(path, pieces)
      } catch (error) {
        giveBack()
        if (error instanceof BridgeError && error.code === 'export-cancelled') return {}
        if (error instanceof BridgeError) throw error
        throw notSaved(error)
      }
      return { path }
    },
    'export.cancel': progress.cancel,
    'export.copy': async (request) => {
      if (request.runIds.length > maxCopiedRuns)
        throw new BridgeError(
          'export-too-many',
          `More than ${String(maxCopiedRuns)} runs are too much for the clipboard: save them as a file.`,
        )
      const stored = progress.begin(await chosen(request), passesOf(request))
      const file = await exported(stored, { ...request, redacted: true })
      if (!file.isText)
        throw new BridgeError('not-copied', 'A picture or zip is not text: save it as a file.')
      let text = ''
      for await (const piece of file.pieces) text += String(piece)
      await system.clipboard.write(text)
    },
    ...dragHandlers({ draggedFiles, newConfirmation, system }, async (request) =>
      exported(await chosen(request), { ...request, redacted: true }),
    ),
  }
}

const formatsToChoose = () =>
  exportFormats.map(({ alwaysRedacted, id, isPicture, note, several, title }) => ({
    format: id,
    note,
    title,
    joins: several !== undefined,
    isPicture: isPicture === true,
    alwaysRedacted: alwaysRedacted === true,
  }))

/** A drag out of the window begins once its file is written, if the button is still down then. */
function dragHandlers(
  {
    draggedFiles,
    newConfirmation,
    system,
  }: Pick<ExportDependencies, 'draggedFiles' | 'newConfirmation'> & Pick<Application, 'system'>,
  exported: (request: Pick<ExportRequest, 'runIds' | 'format'>) => Promise<ExportedFile>,
): Pick<HandlersOf<'export'>, 'export.prepareDrag' | 'export.drag'> {
  let prepared: { readonly drag: string; readonly path: string } | undefined
  return {
    'export.prepareDrag': async (request) => {
      const path = await draggedFiles.write(await exported(request))
      prepared = { drag: newConfirmation(), path }
      return { drag: prepared.drag }
    },
    'export.drag': async ({ drag }) => {
      if (prepared?.drag === drag) await system.startDrag?.(prepared.path)
    },
  }
}

const isRedacted = ({ format, redacted }: Pick<ExportRequest, 'format' | 'redacted'>): boolean =>
  redacted || exportFormat(format).alwaysRedacted === true

/** How often the runs of an export are read: several are first searched for what they signed in with. */
const passesOf = ({ runIds }: Pick<ExportRequest, 'runIds'>): number => (runIds.length > 1 ? 2 : 1)

/** What a person was shown of these runs; another look is needed where it is another. */
async function lookedAt(
  { format, runIds, step, zip }: ExportRequest,
  { each }: RunsToExport,
): Promise<string> {
  const lengths: number[] = []
  for await (const { events } of each()) lengths.push(events.length)
  return JSON.stringify([runIds, format, step, zip, lengths])
}

async function firstOf({ each }: RunsToExport) {
  for await (const first of each()) return first
  return undefined
}
