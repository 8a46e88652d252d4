import { utf8 } from '@scure/base'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const values = new Map(Array.from(alphabet, (sign, value) => [sign, value]))

/** What could be read of a base64url text. */
export interface Decoded {
  readonly bytes: Uint8Array
  /** The first sign that is not of the alphabet, where reading ended. */
  readonly stranger?: string
  /** True when the text ends in the middle of a byte. */
  readonly cut: boolean
  /** True when it is written in standard base64 or padded, which tokens never are. */
  readonly standard: boolean
}

/** Reads base64url as far as it goes; the strict decoders of libraries say no more than no. */
export function decodeBase64Url(text: string): Decoded {
  const unpadded = text.replace(/=+$/, '')
  const plain = unpadded.replaceAll('+', '-').replaceAll('/', '_')
  const bytes: number[] = []
  let bits = 0
  let pending = 0
  for (const sign of plain) {
    const value = values.get(sign)
    if (value === undefined)
      return { bytes: Uint8Array.from(bytes), stranger: sign, cut: false, standard: false }
    pending = ((pending << 6) | value) & 0xffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes.push((pending >> bits) & 0xff)
  }
  return { bytes: Uint8Array.from(bytes), cut: bits === 6, standard: plain !== text }
}

/** Bytes as UTF-8 text; when they are none, only their ASCII, the rest as replacement characters. */
export function textOf(bytes: Uint8Array): string {
  try {
    return utf8.encode(bytes)
  } catch {
    let text = ''
    for (const byte of bytes) text += byte < 0x80 ? String.fromCharCode(byte) : '\ufffd'
    return text
  }
}
