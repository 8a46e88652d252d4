import { createWriteStream, type WriteStream } from 'node:fs'
import { rename } from 'node:fs/promises'
import { once } from 'node:events'
import { harOfSeveral, harPart } from '#engine/export/join-hars.ts'
import type { StoredRun } from '#main/trace-store/trace-store.ts'
import { exportTrace } from './export-trace.ts'

/**
 * A HAR file that is written sign-in by sign-in, redacted, so that a long watch need not be kept in
 * memory. It has its name once it is whole.
 */
export class HarFile {
  readonly #path: string
  readonly #part: string
  readonly #stream: WriteStream
  readonly #pages: object[] = []
  #creator: object = { name: 'Authscope', version: '' }
  #entries = 0
  #failed: Error | undefined

  constructor(path: string) {
    this.#path = path
    this.#part = `${path}.part`
    this.#stream = createWriteStream(this.#part, { mode: 0o600 })
    // Reported by `close`: a watch is not ended by a full disk.
    this.#stream.on('error', (error) => {
      this.#failed = error
    })
    this.#stream.write('{"log":{"entries":[')
  }

  /** Adds a sign-in as a page of its own. @throws BridgeError `export-leaks` */
  add(stored: StoredRun): void {
    const file = exportTrace(stored, { format: 'har', redacted: true })
    const { creator, entries, pages } = harPart(file, this.#pages.length + 1)
    this.#creator = creator
    this.#pages.push(...pages)
    for (const entry of entries) {
      this.#stream.write(`${this.#entries === 0 ? '' : ','}\n${JSON.stringify(entry)}`)
      this.#entries += 1
    }
  }

  /** @throws Error when the file could not be written */
  async close(): Promise<void> {
    const rest = {
      version: '1.2',
      creator: this.#creator,
      pages: this.#pages,
      comment: harOfSeveral(this.#pages.length),
    }
    this.#stream.end(`\n],${JSON.stringify(rest).slice(1)}}\n`)
    if (!this.#failed && !this.#stream.closed) await once(this.#stream, 'close')
    if (this.#failed) throw this.#failed
    await rename(this.#part, this.#path)
  }
}
