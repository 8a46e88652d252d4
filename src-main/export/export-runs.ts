import { createHash } from 'node:crypto'
import { strToU8, zipSync, type Zippable } from 'fflate/browser'
import { BridgeError } from '#contract/failure.ts'
import { exportFormat } from '#engine/export/formats/index.ts'
import { standardRedaction } from '#engine/export/redaction-profile.ts'
import type { StoredRun } from '#main/trace-store/trace-store.ts'
import { archiveFormat, archiveVersion, manifestName, type Manifest } from './archive-manifest.ts'
import { exportFileName, exportTraces, type ExportForm } from './export-trace.ts'
import type { DrawPicture, ExportedFile } from './exported-file.ts'

/** Maximum number of runs in one file; for more there is the encrypted export of the history. */
export const mostExportedRuns = 1000

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
 * One file of one run or of several: as the format joins them, or a zip with a manifest.
 * @throws BridgeError `export-leaks`, `export-too-many`, or `no-browser` for a picture without one
 */
export async function exportRuns(
  runs: readonly StoredRun[],
  { zip = false, ...form }: ExportRunsForm,
  ports: ExportPorts,
): Promise<ExportedFile> {
  assertNotTooMany(runs)
  const texts = exportTraces(runs, form)
  const name = exportedName(runs, { zip, ...form })
  const [first] = texts
  if (!isZip(runs, { zip, ...form })) {
    const { isPicture, join } = exportFormat(form.format)
    if (isPicture) return { name, content: await drawn(first ?? '', ports) }
    return { name, content: runs.length > 1 && join ? join(texts) : (first ?? '') }
  }
  return { name, content: await zipped(runs, texts, form, ports) }
}

/** @throws BridgeError `export-too-many` where one file cannot have as many runs */
export function assertNotTooMany({ length }: readonly unknown[]): void {
  if (length > mostExportedRuns)
    throw new BridgeError(
      'export-too-many',
      `${String(length)} runs are too many for one file: at most ${String(mostExportedRuns)} fit. Export the whole history instead.`,
    )
}

/** The name of the file that these runs become, with the time of the first. */
export function exportedName(
  runs: readonly Pick<StoredRun, 'run'>[],
  form: ExportRunsForm,
): string {
  const [first] = runs
  if (!first) throw new BridgeError('export-empty', 'There is no run to export.')
  const extension = isZip(runs, form) ? 'zip' : exportFormat(form.format).extension
  const many = runs.length > 1 ? `-${String(runs.length)}-runs` : ''
  return `${exportFileName(first)}${many}.${extension}`
}

const isZip = ({ length }: readonly unknown[], { format, zip }: ExportRunsForm): boolean =>
  zip === true || (length > 1 && !exportFormat(format).join)

async function zipped(
  runs: readonly StoredRun[],
  texts: readonly string[],
  form: ExportForm,
  ports: ExportPorts,
): Promise<Uint8Array> {
  const { alwaysRedacted, extension, isPicture } = exportFormat(form.format)
  const redacted = form.redacted || alwaysRedacted === true
  const files: Zippable = {}
  const listed: Manifest['runs'][number][] = []
  for (const [index, { run }] of runs.entries()) {
    const text = texts[index] ?? ''
    const bytes = isPicture ? await drawn(text, ports) : strToU8(text)
    const file = `${String(index + 1).padStart(String(runs.length).length, '0')}.${extension}`
    files[file] = bytes
    listed.push({
      file,
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      startedAt: new Date(run.startedAt).toISOString(),
      flow: run.flow,
      outcome: run.state,
    })
  }
  const manifest: Manifest = {
    format: archiveFormat,
    version: archiveVersion,
    application: ports.application,
    writtenAt: new Date(ports.now).toISOString(),
    exportFormat: form.format,
    redaction: redacted ? (form.redaction ?? standardRedaction) : 'none',
    runs: listed,
  }
  const first = strToU8(`${JSON.stringify(manifest, null, 2)}\n`)
  return zipSync({ [manifestName]: first, ...files }, { mtime: ports.now })
}

async function drawn(svg: string, { drawPicture }: ExportPorts): Promise<Uint8Array> {
  if (drawPicture) return drawPicture(svg)
  throw new BridgeError(
    'no-browser',
    'A PNG is drawn by the application’s browser, which Node has not: run authscope export, or use --format svg.',
  )
}
