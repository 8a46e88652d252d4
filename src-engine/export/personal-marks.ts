import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { splitAtMarks } from '../trace/mark-text.ts'
import { inPattern } from '../secret/in-pattern.ts'
import { escapedForms } from '../secret/escaped-forms.ts'
import type { PersonalKind } from '../catalogue/members/member.ts'
import { replaceForms, triggerText } from './open-text.ts'

/** Kinds whose values are whatever a person or a function chose, perhaps a word of the protocol. */
const free: ReadonlySet<PersonalKind> = new Set(['metadata', 'value', 'text', 'token', 'group'])

/** No name is longer; a server may send megabytes, which no regular expression takes. */
const longestSought = 2000

/**
 * Whether a value is also looked for in unexpected places. An attribute may be a word
 * that occurs in any trace (UTC, true), a free parameter even more so, and the machine's own
 * address is the practice pool's, too.
 */
function soughtEverywhere(value: string, kind: PersonalKind): boolean {
  if (value.length > longestSought) return false
  if (kind === 'address' && value === '127.0.0.1') return false
  if (free.has(kind)) return value.length >= 6 && /[\s\d@+]/.test(value)
  return kind === 'attribute' ? value.length >= 6 && !/^[A-Z_]+$/.test(value) : value.length >= 3
}

/** Gives each personal value of one export its mark, and finds the values in strings. */
export class PersonalMarks {
  readonly #salt: Uint8Array
  readonly #marks = new Map<string, string>()
  readonly #taken = new Set<string>()
  readonly #occurrences: RegExp | undefined
  readonly #byForm = new Map<string, readonly [value: string, kind: PersonalKind]>()

  /**
   * @param salt random bytes, new for each export and never stored with it
   * @param publicWords texts that stay readable although a personal value equals one
   */
  constructor(
    values: ReadonlyMap<string, PersonalKind>,
    salt: Uint8Array,
    publicWords: ReadonlySet<string>,
  ) {
    this.#salt = salt
    for (const [value, kind] of values) {
      if (!soughtEverywhere(value, kind) || (free.has(kind) && publicWords.has(value))) continue
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
    return outsideMarks(text, (piece) =>
      piece.replace(occurrences, (form) => {
        const known = this.#byForm.get(form.toLowerCase())
        return known ? this.of(...known) : form
      }),
    )
  }

  /**
   * The same of a text that may quote anything: what a trigger said becomes one mark, and so does
   * everything that has the form of an email address, a phone number or a token.
   */
  inOpenText(text: string): string {
    const said = triggerText(text)
    const shown = said === undefined ? text : text.replace(said, () => this.of(said, 'text'))
    return outsideMarks(this.in(shown), (piece) =>
      replaceForms(piece, (value, kind) => this.of(value, kind)),
    )
  }
}

const outsideMarks = (text: string, change: (piece: string) => string): string =>
  splitAtMarks(text)
    .map(({ mark, text: piece }) => (mark ? piece : change(piece)))
    .join('')
