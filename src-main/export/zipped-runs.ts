import { createHash } from 'node:crypto'
import { strToU8, Zip, ZipDeflate } from 'fflate/browser'
import { exportFormat } from '#engine/export/formats/index.ts'
import { standardRedaction } from '#engine/export/redaction-profile.ts'
import type { StoredRun } from '#main/trace-store/trace-store.ts'
import { archiveFormat, archiveVersion, manifestName, type Manifest } from './archive-manifest.ts'
import { leavesRedacted, type ExportForm } from './export-trace.ts'
import type { FilePieces } from './exported-file.ts'
import type { RunsToExport } from './runs-to-export.ts'

/** What the manifest says of the whole. */
interface ZipDescription {
  readonly form: ExportForm
  readonly application: string
  readonly now: number
}

/**
 * A zip with a file for each run, and the manifest as its last file, piece by piece.
 * @param fileOf the file of a run, as it may leave
 */
export async function* zippedRuns(
  { count, each }: RunsToExport,
  { application, form, now }: ZipDescription,
  fileOf: (stored: StoredRun) => Promise<string | Uint8Array>,
): FilePieces {
  const zip = new PiecedZip(now)
  const { extension } = exportFormat(form.format)
  const listed: Manifest['runs'][number][] = []
  for await (const stored of each()) {
    const content = await fileOf(stored)
    const bytes = typeof content === 'string' ? strToU8(content) : content
    const number = String(listed.length + 1).padStart(String(count).length, '0')
    const file = `${number}.${extension}`
    yield* zip.file(file, bytes)
    listed.push({
      file,
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      startedAt: new Date(stored.run.startedAt).toISOString(),
      flow: stored.run.flow,
      outcome: stored.run.state,
    })
  }
  const manifest: Manifest = {
    format: archiveFormat,
    version: archiveVersion,
    application,
    writtenAt: new Date(now).toISOString(),
    exportFormat: form.format,
    redaction: leavesRedacted(form) ? (form.redaction ?? standardRedaction) : 'none',
    runs: listed,
  }
  yield* zip.file(manifestName, strToU8(`${JSON.stringify(manifest, null, 2)}\n`))
  yield* zip.end()
}

/** A zip whose bytes are taken away as they come. */
class PiecedZip {
  readonly #zip: Zip
  readonly #now: number
  #pieces: Uint8Array[] = []
  #failed: Error | undefined

  constructor(now: number) {
    this.#now = now
    this.#zip = new Zip((error, piece) => {
      if (error) this.#failed = error
      else this.#pieces.push(piece)
    })
  }

  file(name: string, bytes: Uint8Array): readonly Uint8Array[] {
    const file = new ZipDeflate(name)
    file.mtime = this.#now
    this.#zip.add(file)
    file.push(bytes, true)
    return this.#taken()
  }

  end(): readonly Uint8Array[] {
    this.#zip.end()
    return this.#taken()
  }

  #taken(): readonly Uint8Array[] {
    if (this.#failed) throw this.#failed
    const taken = this.#pieces
    this.#pieces = []
    return taken
  }
}
