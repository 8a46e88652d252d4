import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { splitAtMarks } from '../trace/mark-text.ts'
import { inPattern } from '../secret/in-pattern.ts'
import { escapedForms } from '../secret/escaped-forms.ts'
import type { PersonalKind } from './personal-values.ts'

/**
 * Whether a value is also looked for in unexpected places. An attribute may be a word
 * that occurs in any trace (UTC, true), free parameters and metadata are not who somebody is, and
 * the machine's own address is the practice pool's, too.
 */
function soughtEverywhere(value: string, kind: PersonalKind): boolean {
  if (kind === 'metadata' || kind === 'value') return false
  if (kind === 'address' && value === '127.0.0.1') return false
  return kind === 'attribute' ? value.length >= 6 && !/^[A-Z_]+$/.test(value) : value.length >= 3
}

/** Gives each personal value of one export its mark, and finds the values in strings. */
export class PersonalMarks {
  readonly #salt: Uint8Array
  readonly #marks = new Map<string, string>()
  readonly #taken = new Set<string>()
  readonly #occurrences: RegExp | undefined
  readonly #byForm = new Map<string, readonly [value: string, kind: PersonalKind]>()

  /** @param salt random bytes, new for each export and never stored with it */
  constructor(values: ReadonlyMap<string, PersonalKind>, salt: Uint8Array) {
    this.#salt = salt
    for (const [value, kind] of values) {
      if (!soughtEverywhere(value, kind)) continue
      for (const form of [value, ...escapedForms(value)])
        if (!this.#byForm.has(form.toLowerCase()))
          this.#byForm.set(form.toLowerCase(), [value, kind])
    }
    const forms = [...this.#byForm.keys()].sort((a, b) => b.length - a.length)
    if (forms.length > 0)
      // Only as a whole word: the user “ana” is not in “analytics”.
      this.#occurrences = new RegExp(
        `(?<![\\p{L}\\p{N}_])(?:${forms.map(inPattern).join('|')})(?![\\p{L}\\p{N}_])`,
        'giu',
      )
  }

  /** The mark of one value, whole. What is empty or a mark already stays. */
  of(value: string, kind: PersonalKind): string {
    if (value === '' || splitAtMarks(value).every(({ mark }) => mark)) return value
    const known = this.#marks.get(value)
    if (known !== undefined) return known
    const digest = bytesToHex(hmac(sha256, this.#salt, utf8ToBytes(value)))
    let mark = ''
    for (let length = 4; mark === '' || this.#taken.has(mark); length += 2)
      mark = `‹${kind} ${digest.slice(0, length)}›`
    this.#marks.set(value, mark)
    this.#taken.add(mark)
    return mark
  }

  /** A text with the mark of each known value in its place, whatever its case or escaping. */
  in(text: string): string {
    const occurrences = this.#occurrences
    if (!occurrences) return text
    return splitAtMarks(text)
      .map((piece) =>
        piece.mark
          ? piece.text
          : piece.text.replace(occurrences, (form) => {
              const known = this.#byForm.get(form.toLowerCase())
              return known ? this.of(...known) : form
            }),
      )
      .join('')
  }
}
