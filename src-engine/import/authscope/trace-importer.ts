import { readTraces } from '../../export/trace-json.ts'
import { textOf } from '../../tokens/base64url.ts'
import { ByteBuffer } from '../byte-buffer.ts'
import type { Importer, ImportReader, ImportSink } from '../importer.ts'

/** Larger than any trace: one of 64 MB would contain ten thousand sign-ins. */
const maxBytes = 64 << 20

/** The JSON that Authscope itself exports, of this version and every earlier one. */
export const traceImporter: Importer = {
  id: 'authscope-trace',
  title: 'Authscope trace',
  recognises: (head) => /^\s*\{[^{[]*"format"\s*:\s*"authscope-traces?"/.test(head),
  open: (sink) => new TraceReader(sink),
}

class TraceReader implements ImportReader {
  readonly #sink: ImportSink
  readonly #bytes = new ByteBuffer(maxBytes)

  constructor(sink: ImportSink) {
    this.#sink = sink
  }

  feed(chunk: Uint8Array): void {
    this.#bytes.append(chunk, 0, chunk.length)
  }

  end(): void {
    if (this.#bytes.overflowed) {
      this.#sink.problem({ message: 'The file is larger than 64 MB, as no trace of Authscope is.' })
      return
    }
    for (const read of readTraces(textOf(this.#bytes.view()))) {
      if (!read.ok) {
        this.#sink.problem({ message: read.message })
        continue
      }
      const started = read.trace.events.find((event) => event.type === 'started')
      this.#sink.writtenBy(started?.application ?? '')
      this.#sink.trace(read.trace)
    }
  }
}
