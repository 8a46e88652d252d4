import { splitAtMarks } from '../trace/mark-text.ts'
import { escapedForms } from '../secret/escaped-forms.ts'
import type { PersonalKind } from '../catalogue/members/member.ts'
import type { ExportMarks } from './export-marks.ts'
import { replaceForms, triggerText } from './open-text.ts'
import { wordsIn } from './words-in.ts'

/** Kinds whose values are whatever a person or a function chose, perhaps a word of the protocol. */
const free: ReadonlySet<PersonalKind> = new Set(['metadata', 'value', 'text', 'token', 'group'])

/** No name is longer; a server may send megabytes. */
const maxNameLength = 2000

/**
 * Whether a value is also looked for in unexpected places. An attribute may be a word
 * that occurs in any trace (UTC, true), a free parameter even more so, and the machine's own
 * address is the practice pool's, too.
 */
function soughtEverywhere(value: string, kind: PersonalKind): boolean {
  if (value.length > maxNameLength) return false
  if (kind === 'address' && value === '127.0.0.1') return false
  if (free.has(kind)) return value.length >= 6 && /[\s\d@+]/.test(value)
  return kind === 'attribute' ? value.length >= 6 && !/^[A-Z_]+$/.test(value) : value.length >= 3
}

const isAscii = (text: string): boolean => !/[^\0-\x7f]/.test(text)

/** A text without its case, a character for a character, as a regular expression compares (İ stays). */
const foldCase = (text: string): string =>
  isAscii(text)
    ? text.toLowerCase()
    : Array.from(text, (character) => {
        const upper = character.toUpperCase()
        const folded = (upper.length === character.length ? upper : character).toLowerCase()
        return folded.length === character.length ? folded : character
      }).join('')

/** Finds the personal values of one trace in strings, and puts their marks in their place. */
export class PersonalMarks {
  readonly #values: ReadonlyMap<string, PersonalKind>
  readonly #marks: ExportMarks
  /** What is looked for, the longest first. */
  readonly #forms: readonly string[]
  readonly #byForm = new Map<string, readonly [value: string, kind: PersonalKind]>()

  /**
   * @param values every personal value of the trace, with its kind
   * @param publicWords texts that stay readable although a personal value equals one
   */
  constructor(
    values: ReadonlyMap<string, PersonalKind>,
    marks: ExportMarks,
    publicWords: ReadonlySet<string>,
  ) {
    this.#values = values
    this.#marks = marks
    for (const [value, kind] of values) {
      if (!soughtEverywhere(value, kind) || (free.has(kind) && publicWords.has(value))) continue
      for (const form of [value, ...escapedForms(value)].map(foldCase))
        if (!this.#byForm.has(form)) this.#byForm.set(form, [value, kind])
    }
    this.#forms = [...this.#byForm.keys()].sort((a, b) => b.length - a.length)
  }

  /** The mark of one value, whole; its kind is the first one found in the trace. */
  of(value: string, kind: PersonalKind): string {
    return this.#marks.of(value, this.#values.get(value) ?? kind)
  }

  /** A text with the mark of each known value in its place, whatever its case or escaping. */
  in(text: string): string {
    const shortest = this.#forms.at(-1)
    if (shortest === undefined || text.length < shortest.length) return text
    const folded = foldCase(text)
    if (!this.#forms.some((form) => folded.includes(form))) return text
    return outsideMarks(text, (piece) => {
      let open = ''
      let from = 0
      for (const { at, word } of wordsIn(foldCase(piece), this.#forms)) {
        const end = at + word.length
        open += piece.slice(from, at) + this.#shown(piece.slice(at, end), word)
        from = end
      }
      return open + piece.slice(from)
    })
  }

  #shown(written: string, form: string): string {
    const known = this.#byForm.get(form)
    if (!known) return written
    const mark = this.of(...known)
    // A value that stays readable keeps its case.
    return mark === known[0] ? written : mark
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
  text.includes('‹')
    ? splitAtMarks(text)
        .map(({ mark, text: piece }) => (mark ? piece : change(piece)))
        .join('')
    : change(text)
