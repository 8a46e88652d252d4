import { BridgeError } from '#contract/failure.ts'
import type { ContentItem } from '#engine/export/content-item.ts'
import { exportFormat } from '#engine/export/formats/index.ts'
import type { Secret } from '#engine/secret/secret.ts'
import {
  exportFileName,
  exportTrace,
  lastingSecrets,
  leavesRedacted,
  leavingTraces,
  possibleRunContents,
  type ExportForm,
} from './export-trace.ts'
import type { DrawPicture, ExportedFile, FilePieces } from './exported-file.ts'
import type { RunsToExport } from './runs-to-export.ts'
import { zippedRuns } from './zipped-runs.ts'

/** Maximum number of runs in one file; for more there is the encrypted export of the history. */
export const maxExportedRuns = 10_000

/** How runs are exported. */
export interface ExportRunsForm extends ExportForm {
  /** A zip with a manifest also where the format can hold several runs, or there is one. */
  readonly zip?: boolean | undefined
}

/** What an export takes from outside. */
export interface ExportPorts {
  /** As in `Authscope 1.2.0`. */
  readonly application: string
  /** Milliseconds since 1970. */
  readonly now: number
  /** Absent where there is no browser. */
  readonly drawPicture?: DrawPicture | undefined
}

/**
 * One file of one run or of several: as the format joins them, or a zip with a manifest. Runs are
 * read twice where they are searched for each other's secrets.
 * @throws BridgeError `export-too-many`, and from the pieces `export-leaks`, or `no-browser` for a
 * picture without one
 */
export async function exportRuns(
  runs: RunsToExport,
  form: ExportRunsForm,
  ports: ExportPorts,
): Promise<ExportedFile> {
  assertNotTooMany(runs.count)
  const isInZip = isZip(runs.count, form)
  const { isPicture } = exportFormat(form.format)
  return {
    name: await exportedName(runs, form),
    isText: !isInZip && isPicture !== true,
    pieces: isInZip ? inZip(runs, form, ports) : inOne(runs, form, ports),
  }
}

/** @throws BridgeError `export-too-many` where one file cannot have as many runs */
export function assertNotTooMany(count: number): void {
  if (count > maxExportedRuns)
    throw new BridgeError(
      'export-too-many',
      `${String(count)} runs are too many for one file: at most ${String(maxExportedRuns)} fit. Export the whole history instead.`,
    )
}

/** The name of the file that these runs become, with the time of the first. */
export async function exportedName(
  { count, each }: RunsToExport,
  form: ExportRunsForm,
): Promise<string> {
  for await (const first of each()) {
    const extension = isZip(count, form) ? 'zip' : exportFormat(form.format).extension
    const many = count > 1 ? `-${String(count)}-runs` : ''
    return `${exportFileName(first)}${many}.${extension}`
  }
  throw new BridgeError('export-empty', 'There is no run to export.')
}

const isZip = (count: number, { format, zip }: ExportRunsForm): boolean =>
  zip === true || (count > 1 && !exportFormat(format).several)

/** Whether the file has several runs in it, and not a file for each. */
export const joinsRuns = (count: number, form: ExportRunsForm): boolean =>
  count > 1 && !isZip(count, form)

/** What a file of these runs would contain: what each of them has in it, added up. */
export async function storedRunsContents(
  { count, each }: RunsToExport,
  form: ExportRunsForm,
): Promise<readonly ContentItem[]> {
  const { holds, several } = exportFormat(form.format)
  // A text of limited length has no room for all of them.
  const limited = holds && joinsRuns(count, form) ? several?.() : undefined
  const { traceOf } = leavingTraces(form)
  const counts = new Map<string, number>()
  const addUp = (what: string, more: number) => counts.set(what, (counts.get(what) ?? 0) + more)
  let left = 0
  for await (const stored of each()) {
    if (limited && (left > 0 || limited.add(traceOf(stored), () => undefined) === '')) left += 1
    else for (const one of possibleRunContents(stored, form)) addUp(one.what, one.count)
  }
  if (left > 0) addUp('sign-ins without room for more than a line, or only counted', left)
  return [...counts].flatMap(([what, total]) => (total > 0 ? [{ what, count: total }] : []))
}

async function* inOne(runs: RunsToExport, form: ExportForm, ports: ExportPorts): FilePieces {
  const { isPicture, several } = exportFormat(form.format)
  if (runs.count > 1 && several) {
    const file = several()
    const { check, traceOf } = leavingTraces(form, await credentialsOf(runs, form))
    for await (const stored of runs.each())
      yield file.add(traceOf(stored), (text) => {
        check(text, stored)
      })
    yield file.end()
    return
  }
  for await (const stored of runs.each()) {
    const text = exportTrace(stored, form)
    yield isPicture ? await drawn(text, ports) : text
  }
}

async function* inZip(runs: RunsToExport, form: ExportForm, ports: ExportPorts): FilePieces {
  const { isPicture, write } = exportFormat(form.format)
  const { check, traceOf } = leavingTraces(form, await credentialsOf(runs, form))
  yield* zippedRuns(runs, { form, ...ports }, async (stored) => {
    const text = write(traceOf(stored))
    check(text, stored)
    return isPicture ? drawn(text, ports) : text
  })
}

const credentialsOf = async (
  runs: RunsToExport,
  form: ExportForm,
): Promise<ReadonlyMap<string, Secret> | undefined> =>
  leavesRedacted(form) && runs.count > 1 ? lastingSecrets(runs) : undefined

async function drawn(svg: string, { drawPicture }: ExportPorts): Promise<Uint8Array> {
  if (drawPicture) return drawPicture(svg)
  throw new BridgeError(
    'no-browser',
    'A PNG is drawn by the application’s browser, which plain Node does not have: run authscope export, or use --format svg.',
  )
}
