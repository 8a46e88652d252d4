import { utf8ToBytes } from '@noble/hashes/utils.js'
import { base64 } from '@scure/base'
import { reveal, type Secret } from '../secret/secret.ts'
import { markPattern } from '../trace/mark-registry.ts'
import { escapedForms } from '../secret/escaped-forms.ts'

/** Something in a finished file that must not leave; it never contains the value. */
export interface Leak {
  readonly code: 'known secret' | 'token' | 'random text'
  /** Where in the file, in characters from its start. */
  readonly at: number
  readonly message: string
}

/** Shorter secrets would be found everywhere, and protect nothing. */
const shortestSought = 4

/** A password such as “password” cannot be told from the file's own words. */
const ownWords =
  /^(access|answer|body|challenge|client|code|device|header|key|password|private|refresh|secret|session|signature|text|token|user|username)$/i

/**
 * The last look at a redacted file before it is written: finds each known secret, also in base64,
 * URL or JSON escaping, and what looks like an undeclared token or secret. One leak is
 * enough to refuse the export.
 */
export function scanForLeaks(text: string, values: readonly Secret[]): readonly Leak[] {
  // Marks are the redaction; spaces of the same length keep the positions.
  const open = text.replace(markPattern, (mark) => ' '.repeat(mark.length))
  return [...values.flatMap((secret) => knownSecret(open, secret)), ...strangers(open)]
}

function knownSecret(text: string, secret: Secret): readonly Leak[] {
  const value = reveal(secret)
  if (value.length < shortestSought || ownWords.test(value)) return []
  for (const form of formsOf(value)) {
    const at = positionOf(text, form)
    if (at >= 0)
      return [
        {
          code: 'known secret',
          at,
          message: `A ${secret.kind} is in plain text at character ${String(at)}.`,
        },
      ]
  }
  return []
}

function formsOf(value: string): ReadonlySet<string> {
  const forms = [value, ...escapedForms(value)]
  if (value.length >= 8)
    for (const shift of [0, 1, 2]) {
      const inner = base64Within(value, shift)
      forms.push(inner, inner.replaceAll('+', '-').replaceAll('/', '_'))
    }
  return new Set(forms)
}

/** The part of a longer base64 text that is this value's alone, when it begins `shift` bytes in. */
function base64Within(value: string, shift: number): string {
  const bytes = utf8ToBytes(`${'\0'.repeat(shift)}${value}`)
  const whole = base64.encode(bytes.subarray(0, bytes.length - (bytes.length % 3)))
  return whole.slice(shift === 0 ? 0 : 4)
}

/** Short words and numbers count only as whole words; a duration is not a code. */
function positionOf(text: string, value: string): number {
  if (/^\d+$/.test(value)) return text.search(new RegExp(`(?<![\\d.])${value}(?!\\d|\\.\\d)`))
  if (value.length < 8 && /^\w+$/.test(value)) return text.search(new RegExp(`\\b${value}\\b`))
  return text.indexOf(value)
}

/** Three parts with a signature, or five of an encrypted token. */
const tokenPattern = /eyJ[\w-]{8,}\.[\w-]*\.(?:[\w-]*\.[\w-]*\.[\w-]+|[\w-]{16,})/g

/** Longer than a key id or a hash (44), shorter than any session, secret block or token. */
const randomPattern = /[\w+/-]{60,}/g

function strangers(text: string): readonly Leak[] {
  const tokens = [...text.matchAll(tokenPattern)].map(({ index }): Leak => ({
    code: 'token',
    at: index,
    message: `A whole token is at character ${String(index)}.`,
  }))
  const withoutTokens = text.replace(tokenPattern, (token) => ' '.repeat(token.length))
  const random = [...withoutTokens.matchAll(randomPattern)]
    .filter(([run]) => looksRandom(run))
    .map(({ index }): Leak => ({
      code: 'random text',
      at: index,
      message: `An undeclared long random string is at character ${String(index)}.`,
    }))
  return [...tokens, ...random]
}

/** SRP's public numbers are hex, names and paths are words: neither mixes three kinds of characters. */
const looksRandom = (run: string): boolean =>
  /[a-z]/.test(run) && /[A-Z]/.test(run) && /\d/.test(run) && entropy(run) > 4.2

/** Shannon entropy of the characters of a text, in bits for each. */
function entropy(text: string): number {
  const counts = new Map<string, number>()
  for (const sign of text) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  let bits = 0
  for (const count of counts.values())
    bits -= (count / text.length) * Math.log2(count / text.length)
  return bits
}
