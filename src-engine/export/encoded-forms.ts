import { utf8ToBytes } from '@noble/hashes/utils.js'
import { base64 } from '@scure/base'
import { escapedForms } from '../secret/escaped-forms.ts'

/** Shorter base64 and hex would be found by chance. */
const shortestEncoded = 6

/**
 * A value in every encoding in which a file may hold it: escaped, in base64 at each of the three
 * places where it can begin, in hex, byte by byte in percent signs, as a list of byte numbers, and
 * as UTF-8 that was read as Latin-1.
 */
export function encodedForms(value: string): ReadonlySet<string> {
  const bytes = utf8ToBytes(value)
  const asLatin1 = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  const forms = new Set([value, asLatin1, ...escapedForms(value)])
  if (bytes.length < 4) return forms
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'))
  for (const form of [`%${hex.join('%')}`, ...['', ' ', ':', '-'].map((by) => hex.join(by))])
    forms.add(form).add(form.toUpperCase())
  for (const between of [',', ', ']) forms.add(bytes.join(between))
  for (const inner of new Set([value, ...escapedForms(value)]))
    for (const shift of [0, 1, 2]) {
      const within = base64Within(inner, shift)
      if (within.length < shortestEncoded) continue
      forms.add(within).add(within.replaceAll('+', '-').replaceAll('/', '_'))
    }
  return forms
}

/** The characters of a longer base64 text that are this value's alone, if it begins so many bytes in. */
function base64Within(value: string, shift: number): string {
  const bytes = utf8ToBytes(`${'\0'.repeat(shift)}${value}`)
  const from = Math.ceil((shift * 8) / 6)
  return base64.encode(bytes).slice(from, Math.floor((bytes.length * 8) / 6))
}
