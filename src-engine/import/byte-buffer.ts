/** Bytes that are gathered piece by piece, up to a limit. */
export class ByteBuffer {
  readonly #limit: number
  #bytes = new Uint8Array(4096)
  #length = 0
  #overflowed = false

  /** @param limit bytes after which further ones are counted but not kept */
  constructor(limit: number) {
    this.#limit = limit
  }

  get length(): number {
    return this.#length
  }

  /** True once more was received than is kept. */
  get overflowed(): boolean {
    return this.#overflowed
  }

  /** Copies the bytes of `chunk` from `start` up to `end`. */
  append(chunk: Uint8Array, start: number, end: number): void {
    if (this.#overflowed || start >= end) return
    const length = this.#length + end - start
    if (length > this.#limit) {
      this.#overflowed = true
      return
    }
    if (length > this.#bytes.length) {
      const grown = new Uint8Array(Math.min(this.#limit, Math.max(length, this.#bytes.length * 2)))
      grown.set(this.#bytes.subarray(0, this.#length))
      this.#bytes = grown
    }
    this.#bytes.set(chunk.subarray(start, end), this.#length)
    this.#length = length
  }

  /** The bytes so far; valid until the next change. */
  view(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }

  clear(): void {
    this.#length = 0
    this.#overflowed = false
    // A single large item must not be held for the rest of the file.
    if (this.#bytes.length > 1 << 20) this.#bytes = new Uint8Array(4096)
  }
}
