import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { base64 } from '@scure/base'
import { escapedForms } from '../secret/escaped-forms.ts'

/** Shorter base64 and hex would be found by chance. */
const minEncodedLength = 6

/**
 * A value in every encoding in which a file may hold it: escaped, in base64 at each of the three
 * places where it can begin, in hex, byte by byte in percent signs, as a list of byte numbers, and
 * as UTF-8 that was read as Latin-1.
 */
export function encodedForms(value: string): ReadonlySet<string> {
  const bytes = utf8ToBytes(value)
  const escaped = new Set([value, ...escapedForms(value)])
  const forms = new Set([value, latin1Of(bytes), ...escaped])
  if (bytes.length < 4) return forms
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'))
  for (const form of [`%${hex.join('%')}`, ...['', ' ', ':', '-'].map((by) => hex.join(by))])
    forms.add(form).add(form.toUpperCase())
  for (const between of [',', ', ']) forms.add(bytes.join(between))
  for (const within of base64Forms(escaped))
    forms.add(within).add(within.replaceAll('+', '-').replaceAll('/', '_'))
  return forms
}

/** The same, of those that differ in signs alone one: there are a third as many. */
export function formsButForSigns(value: string): ReadonlySet<string> {
  const bytes = utf8ToBytes(value)
  const escaped = new Set([value, ...escapedForms(value)])
  const forms = new Set([value, latin1Of(bytes), ...escaped])
  if (bytes.length < 4) return forms
  const hex = bytesToHex(bytes)
  forms.add(hex).add(hex.toUpperCase()).add(bytes.join(''))
  for (const within of base64Forms(escaped)) forms.add(within)
  return forms
}

/** UTF-8 as it reads where each byte is taken for a character. */
const latin1Of = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')

const base64Forms = (values: ReadonlySet<string>): readonly string[] =>
  [...values]
    .map((value) => utf8ToBytes(value))
    .flatMap((bytes) => [0, 1, 2].map((shift) => base64Within(bytes, shift)))
    .filter(({ length }) => length >= minEncodedLength)

/** The characters of a longer base64 text that are these bytes' alone, if they begin so many in. */
function base64Within(bytes: Uint8Array, shift: number): string {
  const shifted = new Uint8Array(shift + bytes.length)
  shifted.set(bytes, shift)
  const from = Math.ceil((shift * 8) / 6)
  return base64.encode(shifted).slice(from, Math.floor((shifted.length * 8) / 6))
}
