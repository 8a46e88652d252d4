import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { escapedForms } from '../secret/escaped-forms.ts'
import { inPattern } from '../secret/in-pattern.ts'
import { reveal, Secret } from '../secret/secret.ts'
import type { MarkedSecret } from './marked-secret.ts'

/** A mark anywhere in a text. */
export const markPattern = /‹[a-z ]+ [0-9a-f]{4,}›/g

const wholeMark = new RegExp(`^${markPattern.source}$`)

/** The shortest text that is looked for in places where it does not belong. */
const minEchoLength = 4

/** The longest text that becomes part of a regular expression. */
const maxPatternLength = 4000

/**
 * Gives each secret of one trace its mark (`‹session 9f3a›`) and keeps the secret under it. The
 * same value has the same mark within a trace, so lineage stays visible; a salt of the trace's own
 * keeps marks of different traces apart.
 */
export class MarkRegistry {
  readonly #salt: Uint8Array
  readonly #byMark = new Map<string, Secret>()
  readonly #byValue = new Map<string, MarkedSecret>()
  /** Every form in which a sealed value may occur elsewhere, with its mark. */
  readonly #markByForm = new Map<string, string>()

  /** @param salt 16 random bytes, new for each trace and never stored with it */
  constructor(salt: Uint8Array) {
    this.#salt = salt
  }

  /** The mark of a secret, which is sealed under it from now on. An empty secret has none. */
  mark(secret: Secret): string {
    const value = reveal(secret)
    // A redacted file that is opened has marks already: what they stood for is not known.
    if (value === '' || wholeMark.test(value)) return value
    const known = this.#byValue.get(value)
    if (known) return known.mark
    const digest = bytesToHex(hmac(sha256, this.#salt, utf8ToBytes(value)))
    let mark = ''
    for (let length = 4; mark === '' || this.#byMark.has(mark); length += 2)
      mark = `‹${secret.kind} ${digest.slice(0, length)}›`
    this.#byMark.set(mark, secret)
    if (value.length >= minEchoLength)
      for (const form of [value, ...escapedForms(value)]) this.#markByForm.set(form, mark)
    this.#byValue.set(value, { mark, kind: secret.kind, length: value.length })
    return mark
  }

  /** A text with its secrets replaced by marks, as in an event. */
  show(value: string | Secret): string {
    return value instanceof Secret ? this.mark(value) : this.redact(value)
  }

  /**
   * Replaces every sealed value that occurs in a text, escaped or not (an error message that echoes
   * a password, a body that is not JSON). Digits are replaced only where they are alone, so that
   * a code does not split a longer number; marks in the text stay intact.
   */
  redact(text: string): string {
    const found = [...this.#markByForm.keys()].filter((form) => text.includes(form))
    if (found.length === 0) return text
    const longestFirst = found.sort((a, b) => b.length - a.length)
    // A server may send megabytes as a session, which no regular expression takes.
    const huge = longestFirst.filter((form) => form.length > maxPatternLength)
    const shown = huge.reduce(
      (rest, form) => rest.replaceAll(form, () => this.#markByForm.get(form) ?? form),
      text,
    )
    const sought = longestFirst
      .slice(huge.length)
      .map((form) => (/^\d+$/.test(form) ? `(?<!\\d)${form}(?!\\d)` : inPattern(form)))
    const pattern = new RegExp([markPattern.source, ...sought].join('|'), 'g')
    return shown.replace(pattern, (match) => this.#markByForm.get(match) ?? match)
  }

  /** The secret under a mark, for the one who may open it. */
  open(mark: string): Secret | undefined {
    return this.#byMark.get(mark)
  }

  /** All secrets of the trace, without their values. */
  list(): readonly MarkedSecret[] {
    return [...this.#byValue.values()]
  }
}
