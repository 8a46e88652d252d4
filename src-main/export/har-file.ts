import { createWriteStream, readFileSync, writeFileSync, type WriteStream } from 'node:fs'
import { rename } from 'node:fs/promises'
import { once } from 'node:events'
import { randomBytes } from 'node:crypto'
import { extname } from 'node:path'
import { harOfSeveral, wholeHar } from '#engine/export/har-of-several.ts'
import { redactTrace } from '#engine/export/redact.ts'
import type { StoredRun } from '#main/trace-store/trace-store.ts'
import {
  endTemporaryFile,
  leftPartsOf,
  randomPartOf,
  removeLeftPartsOf,
  temporaryFile,
} from '#main/private-files/temporary-files.ts'
import { scanned, traceOf } from './export-trace.ts'

/**
 * A HAR file that is written sign-in by sign-in, redacted, so that a long watch need not be kept in
 * memory. It has its name once it is whole.
 */
export class HarFile {
  readonly #path: string
  readonly #part: string
  readonly #stream: WriteStream
  readonly #har = harOfSeveral()
  #failed: Error | undefined
  /** Files with the calls of earlier watches that were killed, which had this path. */
  readonly recovered: readonly string[]

  constructor(path: string) {
    this.#path = path
    this.recovered = leftPartsOf(path).flatMap((part) => recoveredHar(path, part))
    removeLeftPartsOf(path)
    this.#part = temporaryFile(path)
    this.#stream = createWriteStream(this.#part, { mode: 0o600 })
    // Reported by `close`: a watch is not ended by a full disk.
    this.#stream.on('error', (error) => {
      this.#failed = error
    })
  }

  /** Adds a sign-in as a page of its own. @throws BridgeError `export-leaks` */
  add(stored: StoredRun): void {
    const trace = redactTrace(traceOf(stored), randomBytes(16))
    const secrets = [...stored.secrets.values()]
    this.#stream.write(this.#har.add(trace, (text) => scanned(text, secrets)))
  }

  /** @throws Error when the file could not be written */
  async close(): Promise<void> {
    this.#stream.end(this.#har.end())
    if (!this.#failed && !this.#stream.closed) await once(this.#stream, 'close')
    try {
      if (this.#failed) throw this.#failed
      await rename(this.#part, this.#path)
    } finally {
      endTemporaryFile(this.#part)
    }
  }
}

/** Writes what a killed watch left as a HAR beside its path; nothing where it has no call. */
function recoveredHar(path: string, part: string): readonly string[] {
  const extension = extname(path)
  const stem = path.slice(0, path.length - extension.length)
  const file = `${stem}.recovered-${randomPartOf(part)}${extension}`
  try {
    const har = wholeHar(readFileSync(part, 'utf8'))
    if (har === undefined) return []
    writeFileSync(file, har, { mode: 0o600 })
    return [file]
  } catch {
    // A folder that cannot be read or written; that is said when the watch itself is written.
    return []
  }
}
