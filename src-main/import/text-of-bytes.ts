import { gunzipSync } from 'node:zlib'

/** Bytes that a compressed text may have unpacked; more cannot become one text. */
const largestText = 512 << 20

/** The text of a file or of standard input: UTF-8, or UTF-16 with its mark, as PowerShell writes. */
export function textOfBytes(bytes: Uint8Array): string {
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

/** The same of what may be compressed by gzip; one that is damaged stays as it is, and is no text. */
export function textOfInput(bytes: Uint8Array): string {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return textOfBytes(bytes)
  try {
    return textOfBytes(gunzipSync(bytes, { maxOutputLength: largestText }))
  } catch {
    return textOfBytes(bytes)
  }
}
