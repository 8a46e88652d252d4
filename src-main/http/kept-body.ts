/** What is kept of a body that passes by: its beginning, as far as the limit allows. */
export class KeptBody {
  readonly #chunks: Uint8Array[] = []
  readonly #limit: number
  /** Bytes that passed by. */
  size = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  add(chunk: Uint8Array): void {
    const room = this.#limit - this.size
    this.size += chunk.length
    if (room > 0) this.#chunks.push(chunk.length <= room ? chunk : chunk.subarray(0, room))
  }

  get isWhole(): boolean {
    return this.size <= this.#limit
  }

  get bytes(): Buffer {
    return Buffer.concat(this.#chunks)
  }
}
