/** A value as Node’s `util.inspect` prints it. */
export type InspectedValue =
  | string
  | number
  | boolean
  | null
  | InspectedError
  | readonly InspectedValue[]
  | { readonly [name: string]: InspectedValue }

/** An error, with its name and message; its stack is left out. */
export class InspectedError {
  readonly errorName: string
  readonly message: string

  constructor(errorName: string, message: string) {
    this.errorName = errorName
    this.message = message
  }
}

/** What `inspect` prints in the place of a value that it does not show. */
export const notInspected = '[not shown]'

const deepest = 32

/**
 * Reads the object that `util.inspect` printed at the beginning of a text.
 * @returns nothing where none is, or it is cut off
 */
export function readInspected(text: string): Readonly<Record<string, InspectedValue>> | undefined {
  try {
    return new InspectReader(text).object(0)
  } catch (error) {
    if (error instanceof NotInspected) return undefined
    throw error
  }
}

class NotInspected extends Error {}

class InspectReader {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  object(depth: number): Readonly<Record<string, InspectedValue>> {
    if (depth > deepest) throw new NotInspected()
    const members: [string, InspectedValue][] = []
    // The class of an object, as in `Foo {` or `[Object: null prototype] {`.
    this.#match(/\s*(?:\[[^\]\n]*\]|[A-Z]\w*)?\s*(?=\{)/y)
    this.#expect('{')
    for (;;) {
      this.#skip()
      if (this.#take('}')) return Object.fromEntries(members)
      if (this.#match(/\.\.\. \d+ more \w+/y) !== undefined) continue
      const name = this.#match(/[\w$]+|\[[^\]\n]+\](?=:)/y) ?? this.#text_()
      if (name === undefined) throw new NotInspected()
      this.#expect(':')
      members.push([name, this.#value(depth + 1)])
    }
  }

  #list(depth: number): readonly InspectedValue[] {
    if (depth > deepest) throw new NotInspected()
    const items: InspectedValue[] = []
    this.#expect('[')
    for (;;) {
      this.#skip()
      if (this.#take(']')) return items
      if (this.#match(/\.\.\. \d+ more items?/y) !== undefined) continue
      items.push(this.#value(depth + 1))
    }
  }

  #value(depth: number): InspectedValue {
    this.#skip()
    const hidden = this.#match(/\[(?:Object|Array|Function|Getter|Circular|class)[^\]\n]*\]/y)
    if (hidden !== undefined) return notInspected
    const text = this.#text_()
    if (text !== undefined) return text
    const number = this.#match(/-?(?:\d+(?:\.\d+)?(?:e[+-]?\d+)?n?|Infinity|NaN)\b/y)
    if (number !== undefined) return Number.parseFloat(number)
    const word = this.#match(/(?:true|false|null|undefined)\b/y)
    if (word !== undefined) return word === 'true' ? true : word === 'false' ? false : null
    if (this.#text[this.#at] === '{') return this.object(depth)
    if (this.#text[this.#at] === '[') {
      // An error without a stack is printed in brackets.
      const bare = /\[([A-Z]\w*): ([^\]\n]*)\]/y
      bare.lastIndex = this.#at
      const found = bare.exec(this.#text)
      if (!found) return this.#list(depth)
      this.#at += found[0].length
      return new InspectedError(found[1] ?? '', found[2] ?? '')
    }
    const error = this.#error(depth)
    if (error) return error
    if (/[A-Z]/.test(this.#text[this.#at] ?? '')) {
      const object = this.#text.slice(this.#at)
      if (/^[A-Z]\w* \{/.test(object)) return this.object(depth)
      // A date, a map, a buffer: nothing that a call of Cognito has.
      this.#match(/[^\n,}\]]*/y)
      return notInspected
    }
    if (this.#match(/\d{4}-\d\d-\d\dT[\d:.]+Z/y) !== undefined) return notInspected
    throw new NotInspected()
  }

  /** `Name: message`, the lines of its stack, and perhaps its members in braces. */
  #error(depth: number): InspectedError | undefined {
    const head = /([A-Z]\w*(?:Exception|Error|Fault))(?: \[[^\]\n]*\])?: ?([^\n]*)/y
    head.lastIndex = this.#at
    const found = head.exec(this.#text)
    if (!found) return undefined
    const [whole, name = '', line = ''] = found
    this.#at += whole.length
    const stack = this.#match(/(?:\n\s+at [^\n]*)+/y) ?? line
    if (/ \{$/.test(stack)) {
      this.#at -= 1
      this.object(depth)
    }
    return new InspectedError(name, line.replace(/ \{$/, ''))
  }

  /** A quoted text; a long one is printed in pieces with `+` between them. */
  #text_(): string | undefined {
    let text = this.#quoted()
    if (text === undefined) return undefined
    while (this.#match(/\s*\+\s*(?=['"`])/y) !== undefined) text += this.#quoted() ?? ''
    // Very long ones end in a remark.
    return this.#match(/\.\.\. \d+ more characters?/y) === undefined ? text : notInspected
  }

  #quoted(): string | undefined {
    const found = this.#match(
      /'[^'\\\n]*(?:\\[\s\S][^'\\\n]*)*'|"[^"\\\n]*(?:\\[\s\S][^"\\\n]*)*"|`[^`\\]*(?:\\[\s\S][^`\\]*)*`/y,
    )
    return found?.slice(1, -1).replace(/\\(x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|[\s\S])/g, unescaped)
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)?.[0]
    if (found !== undefined) this.#at += found.length
    return found
  }

  #take(character: string): boolean {
    if (this.#text[this.#at] !== character) return false
    this.#at += 1
    return true
  }

  #expect(character: string): void {
    this.#match(/\s*/y)
    if (!this.#take(character)) throw new NotInspected()
  }

  #skip(): void {
    this.#match(/[\s,]*/y)
  }
}

const controls: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
}

function unescaped(_: string, escape: string): string {
  if (escape.length > 1) return String.fromCharCode(Number.parseInt(escape.slice(1), 16))
  return controls[escape] ?? escape
}
