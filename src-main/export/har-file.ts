import { createWriteStream, type WriteStream } from 'node:fs'
import { rename } from 'node:fs/promises'
import { once } from 'node:events'
import { randomBytes } from 'node:crypto'
import { harLog } from '#engine/export/har.ts'
import { harOfSeveral } from '#engine/export/join-hars.ts'
import { redactTrace } from '#engine/export/redact.ts'
import type { StoredRun } from '#main/trace-store/trace-store.ts'
import { scanned, traceOf } from './export-trace.ts'

/**
 * A HAR file that is written sign-in by sign-in, redacted, so that a long watch need not be kept in
 * memory. It has its name once it is whole.
 */
export class HarFile {
  readonly #path: string
  readonly #part: string
  readonly #stream: WriteStream
  readonly #pages: string[] = []
  #creator = JSON.stringify({ name: 'Authscope', version: '' })
  #hasEntries = false
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
    const trace = redactTrace(traceOf(stored), randomBytes(16))
    const { creator, entries, pages } = harLog(trace, `sign-in ${String(this.#pages.length + 1)}`)
    const head = [creator, ...pages].map((part) => JSON.stringify(part))
    const body = entries.map((entry) => `\n${JSON.stringify(entry)}`).join(',')
    scanned(`${head.join()}${body}`, [...stored.secrets.values()])
    const [creatorText = this.#creator, ...pageTexts] = head
    this.#creator = creatorText
    this.#pages.push(...pageTexts)
    if (body === '') return
    this.#stream.write(this.#hasEntries ? `,${body}` : body)
    this.#hasEntries = true
  }

  /** @throws Error when the file could not be written */
  async close(): Promise<void> {
    const comment = JSON.stringify(harOfSeveral(this.#pages.length))
    this.#stream.end(
      `\n],"version":"1.2","creator":${this.#creator},"pages":[${this.#pages.join()}],"comment":${comment}}}\n`,
    )
    if (!this.#failed && !this.#stream.closed) await once(this.#stream, 'close')
    if (this.#failed) throw this.#failed
    await rename(this.#part, this.#path)
  }
}
