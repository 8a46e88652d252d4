import { textOf } from '../tokens/base64url.ts'
import { ByteBuffer } from './byte-buffer.ts'
import { withoutCollectorPrefix } from './collector-prefix.ts'
import type { ImportReader } from './importer.ts'

/** What reads a log line by line. */
export interface LineSink {
  /** @param number counts the lines from 1 */
  readonly line: (text: string, number: number) => void
  /** A line of more than 16 MB was left out. */
  readonly tooLong: (number: number) => void
  readonly end: () => void
}

const maxLineBytes = 16 << 20
const newline = 0x0a

/** Cuts a file into lines, which may end in `\n` or `\r\n`. */
export class LineReader implements ImportReader {
  readonly #sink: LineSink
  readonly #line = new ByteBuffer(maxLineBytes)
  #number = 0

  constructor(sink: LineSink) {
    this.#sink = sink
  }

  feed(chunk: Uint8Array): void {
    let from = 0
    for (;;) {
      const found = chunk.indexOf(newline, from)
      this.#line.append(chunk, from, found < 0 ? chunk.length : found)
      if (found < 0) return
      this.#tell()
      from = found + 1
    }
  }

  end(): void {
    if (this.#line.length > 0) this.#tell()
    this.#sink.end()
  }

  #tell(): void {
    this.#number += 1
    if (this.#line.overflowed) this.#sink.tooLong(this.#number)
    else {
      const text = textOf(this.#line.view())
        .replace(/^\ufeff/, '')
        .replace(/\r$/, '')
      this.#sink.line(withoutCollectorPrefix(text), this.#number)
    }
    this.#line.clear()
  }
}
