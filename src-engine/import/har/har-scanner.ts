import { utf8ToBytes } from '@noble/hashes/utils.js'
import { ByteBuffer } from '../byte-buffer.ts'

/** One item of `entries`. */
export interface ScannedEntry {
  /** Counts the entries from 1. */
  readonly number: number
  /** Where it begins in the file, in bytes. */
  readonly offset: number
  /** Its JSON text in UTF-8; valid until the call returns. */
  readonly bytes: Uint8Array
  /** False where the file ended within it. */
  readonly whole: boolean
}

/** What the scanner hands on. */
export interface HarScannerSink {
  /** An entry that names the service. */
  readonly entry: (entry: ScannedEntry) => void
  /** An entry that does not, as far as it was kept. */
  readonly other: (bytes: Uint8Array, number: number) => void
  /** An entry that names the service and is larger than any call is. */
  readonly tooLarge: (number: number) => void
}

/** The largest entry that is read, and the part of one within which it names the service. */
const maxEntryBytes = 24 << 20
const maxUnnamedBytes = 4 << 20

const quote = 0x22
const backslash = 0x5c
const comma = 0x2c

/** How a text begins that makes its entry worth reading; upper and lowercase are the same. */
const beginnings = [
  'AWSCognitoIdentityProviderService',
  'https://cognito-idp',
  'http://cognito-idp',
  'access-control-request-headers',
  // Our own files name it beside the request, which may lack its headers.
  '_operation',
  // A call that was sent without its target; in JSON text within JSON.
  '{\\"AuthFlow',
  '{\\"AuthParameters',
  '{\\"ChallengeName',
  '{\\"ClientId',
].map((text) => ({
  lower: utf8ToBytes(text.toLowerCase()),
  upper: utf8ToBytes(text.toUpperCase()),
}))
const maxBeginningLength = Math.max(...beginnings.map(({ lower }) => lower.length))

/**
 * Finds the entries of a HAR without parsing it: it follows brackets and quotes alone, and hands on
 * the few entries that name the user pool service. Everything around them is kept as a skeleton,
 * which says the creator and the pages. The file may have any size and any chunks.
 */
export class HarScanner {
  readonly #sink: HarScannerSink
  readonly #skeleton = new ByteBuffer(1 << 20)
  readonly #entry = new ByteBuffer(maxEntryBytes)
  #base = 0
  #depth = 0
  #inText = false
  #escaped = false
  /** Depth of the items of `entries` while within it, else -1. */
  #entriesDepth = -1
  #entryOffset = -1
  #named = false
  #skipped = false
  #count = 0
  /** Where brackets stop to match, after which nothing is read. */
  brokenAt: number | undefined
  #open: number[] = []

  constructor(sink: HarScannerSink) {
    this.#sink = sink
  }

  /** Whether a list of entries was found. */
  foundEntries = false

  /** How many entries there are so far. */
  get count(): number {
    return this.#count
  }

  /** Everything but the entries, as JSON text with an empty list in their place. */
  get skeleton(): Uint8Array {
    return this.#skeleton.view()
  }

  /** Whether the JSON is complete. */
  get complete(): boolean {
    return this.#depth === 0 && !this.#inText && this.brokenAt === undefined
  }

  feed(chunk: Uint8Array): void {
    if (this.brokenAt !== undefined) return
    let at = 0
    // From here the bytes are not copied yet: to the entry that is open, else to the skeleton.
    let from = 0
    const flush = (to: number) => {
      if (this.#entryOffset >= 0) this.#keep(chunk, from, to)
      else this.#skeleton.append(chunk, from, to)
      from = to
    }
    while (at < chunk.length) {
      if (this.#inText) {
        at = this.#skipText(chunk, at)
        continue
      }
      const byte = chunk[at] as number
      if (byte === quote) {
        this.#inText = true
        if (this.#entryOffset >= 0 && !this.#named) this.#named = beginsWithName(chunk, at + 1)
      } else if (byte === 0x7b || byte === 0x5b) {
        if (this.#depth === this.#entriesDepth && this.#entryOffset < 0) {
          flush(at)
          this.#entryOffset = this.#base + at
          this.#named = false
          this.#skipped = false
        }
        this.#open.push(byte)
        this.#depth += 1
        if (this.#entriesDepth < 0 && byte === 0x5b && this.#depth <= 3) {
          flush(at + 1)
          if (endsWithEntries(this.#skeleton.view())) {
            this.#entriesDepth = this.#depth
            this.foundEntries = true
          }
        }
      } else if (byte === 0x7d || byte === 0x5d) {
        if (this.#open.pop() !== byte - 2) {
          flush(at)
          this.brokenAt = this.#base + at
          return
        }
        this.#depth -= 1
        if (this.#entryOffset >= 0 && this.#depth === this.#entriesDepth) {
          if (this.#entry.length === 0 && !this.#skipped) this.#finish(chunk.subarray(from, at + 1))
          else {
            flush(at + 1)
            this.#finish(this.#entry.view())
          }
          from = at + 1
        } else if (this.#depth < this.#entriesDepth) {
          this.#entriesDepth = -1
        }
      } else if (byte === comma && this.#depth === this.#entriesDepth && this.#entryOffset < 0) {
        flush(at)
        from = at + 1
      }
      at += 1
    }
    flush(chunk.length)
    this.#base += chunk.length
  }

  /** Hands on what there is of an entry that the file ends in. */
  end(): void {
    if (this.#entryOffset >= 0 && this.#named && !this.#skipped)
      this.#sink.entry({
        number: this.#count + 1,
        offset: this.#entryOffset,
        bytes: this.#entry.view(),
        whole: false,
      })
  }

  #keep(chunk: Uint8Array, from: number, to: number): void {
    if (this.#skipped) return
    this.#entry.append(chunk, from, to)
    if (!this.#entry.overflowed && (this.#named || this.#entry.length < maxUnnamedBytes)) return
    this.#skipped = true
    this.#entry.clear()
  }

  #finish(bytes: Uint8Array): void {
    this.#count += 1
    if (!this.#named) this.#sink.other(bytes, this.#count)
    else if (this.#skipped) this.#sink.tooLarge(this.#count)
    else this.#sink.entry({ number: this.#count, offset: this.#entryOffset, bytes, whole: true })
    this.#entryOffset = -1
    this.#entry.clear()
  }

  /** @returns where the string at `at` ends, its quote included, or the end of the chunk */
  #skipText(chunk: Uint8Array, from: number): number {
    let at = from
    if (this.#escaped) {
      this.#escaped = false
      at += 1
    }
    while (at < chunk.length) {
      const found = chunk.indexOf(quote, at)
      const end = found < 0 ? chunk.length : found
      let slashes = 0
      while (end - 1 - slashes >= at && chunk[end - 1 - slashes] === backslash) slashes += 1
      if (found < 0) {
        this.#escaped = slashes % 2 === 1
        return chunk.length
      }
      if (slashes % 2 === 0) {
        this.#inText = false
        return found + 1
      }
      at = found + 1
    }
    // The last byte was a backslash: what it escapes comes with the next chunk.
    this.#escaped = at > chunk.length
    return chunk.length
  }
}

/** Whether the text at `at` begins so; one that the chunk cuts off may. */
function beginsWithName(chunk: Uint8Array, at: number): boolean {
  if (at + maxBeginningLength > chunk.length) return true
  return beginnings.some(({ lower, upper }) => {
    for (let index = 0; index < lower.length; index += 1) {
      const byte = chunk[at + index]
      if (byte !== lower[index] && byte !== upper[index]) return false
    }
    return true
  })
}

const entriesMember = /"entries"\s*:\s*\[$/

function endsWithEntries(skeleton: Uint8Array): boolean {
  const tail = skeleton.subarray(-64)
  return entriesMember.test(String.fromCharCode(...tail))
}
