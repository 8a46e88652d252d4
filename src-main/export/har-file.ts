import { createWriteStream, type WriteStream } from 'node:fs'
import { rename } from 'node:fs/promises'
import { once } from 'node:events'
import type { StoredRun } from '#main/trace-store/trace-store.ts'
import { exportTrace } from './export-trace.ts'

interface HarLog {
  readonly log: {
    readonly version: string
    readonly creator: object
    readonly pages: readonly { readonly id: string }[]
    readonly entries: readonly { readonly pageref: string }[]
    readonly comment: string
  }
}

/**
 * A HAR file that is written sign-in by sign-in, redacted, so that a long watch need not be kept in
 * memory. It has its name once it is whole.
 */
export class HarFile {
  readonly #path: string
  readonly #part: string
  readonly #stream: WriteStream
  readonly #pages: object[] = []
  #head: Pick<HarLog['log'], 'version' | 'creator'> | undefined
  #entries = 0
  #failed: Error | undefined

  constructor(path: string) {
    this.#path = path
    this.#part = `${path}.part`
    this.#stream = createWriteStream(this.#part, { mode: 0o600 })
    // Told of by `close`: a watch is not ended by a full disk.
    this.#stream.on('error', (error) => {
      this.#failed = error
    })
    this.#stream.write('{"log":{"entries":[')
  }

  /** Adds a sign-in as a page of its own. @throws BridgeError `export-leaks` */
  add(stored: StoredRun): void {
    const { log } = JSON.parse(exportTrace(stored, { format: 'har', redacted: true })) as HarLog
    this.#head ??= { version: log.version, creator: log.creator }
    const id = `sign-in ${String(this.#pages.length + 1)}`
    this.#pages.push(...log.pages.map((page) => ({ ...page, id })))
    for (const entry of log.entries) {
      this.#stream.write(
        `${this.#entries === 0 ? '' : ','}\n${JSON.stringify({ ...entry, pageref: id })}`,
      )
      this.#entries += 1
    }
  }

  /** @throws Error when the file could not be written */
  async close(): Promise<void> {
    const rest = {
      ...(this.#head ?? { version: '1.2', creator: { name: 'Authscope', version: '' } }),
      pages: this.#pages,
    }
    this.#stream.end(`\n],${JSON.stringify(rest).slice(1)}}\n`)
    if (!this.#failed && !this.#stream.closed) await once(this.#stream, 'close')
    if (this.#failed) throw this.#failed
    await rename(this.#part, this.#path)
  }
}
