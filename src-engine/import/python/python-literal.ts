/** A Python value as `repr` writes it. Bytes are apart from strings; objects are opaque. */
export type PythonValue =
  | string
  | number
  | boolean
  | null
  | Uint8Array
  | readonly PythonValue[]
  | ReadonlyMap<string, PythonValue>

/** A literal that was read, and where it ends. */
export interface ReadLiteral {
  readonly value: PythonValue
  readonly end: number
}

/** Deeper literals are none that a log has. */
const deepest = 64

/**
 * Reads the Python literal at `at`: `repr` of dicts, lists, tuples, strings and bytes, OrderedDict,
 * and `<object at 0x…>`, which is read as null.
 * @returns nothing where none is, or it is cut off
 */
export function readPythonLiteral(text: string, at = 0): ReadLiteral | undefined {
  try {
    const reader = new PythonReader(text, at)
    const value = reader.value(0)
    return { value, end: reader.at }
  } catch (error) {
    if (error instanceof NotALiteral) return undefined
    throw error
  }
}

class NotALiteral extends Error {}

const simpleEscapes: Readonly<Record<string, number>> = {
  n: 10,
  r: 13,
  t: 9,
  a: 7,
  b: 8,
  f: 12,
  v: 11,
  '\\': 92,
  "'": 39,
  '"': 34,
}

class PythonReader {
  readonly #text: string
  at: number

  constructor(text: string, at: number) {
    this.#text = text
    this.at = at
  }

  value(depth: number): PythonValue {
    if (depth > deepest) throw new NotALiteral()
    this.#skipSpace()
    const character = this.#text[this.at]
    if (character === '{') return this.#dict(depth)
    if (character === '[') return this.#list(']', depth)
    if (character === '(') return this.#list(')', depth)
    if (character === '<') return this.#object()
    const quoted = this.#match(/[bBuUrR]{0,2}(?=['"])/y)
    if (quoted !== undefined) {
      const codes = this.#quoted(/r/i.test(quoted), /b/i.test(quoted))
      return /b/i.test(quoted) ? Uint8Array.from(codes) : textOf(codes)
    }
    const number = this.#match(/-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/iy)
    if (number !== undefined) return Number(number)
    const name = this.#match(/[A-Za-z_][\w.]*/y)
    if (name === 'True') return true
    if (name === 'False') return false
    if (name === 'None') return null
    // As in OrderedDict([('USERNAME', 'alice')]) and datetime.datetime(2026, 1, 1).
    if (name !== undefined && this.#text[this.at] === '(') {
      const [first] = this.#list(')', depth)
      return name.endsWith('Dict') && Array.isArray(first) ? asDict(first) : null
    }
    throw new NotALiteral()
  }

  #dict(depth: number): ReadonlyMap<string, PythonValue> {
    const members = new Map<string, PythonValue>()
    this.at += 1
    for (;;) {
      this.#skipSpace()
      if (this.#take('}')) return members
      const key = this.value(depth + 1)
      this.#skipSpace()
      if (this.#take(':')) members.set(keyOf(key), this.value(depth + 1))
      this.#skipSpace()
      if (!this.#take(',') && this.#text[this.at] !== '}') throw new NotALiteral()
    }
  }

  #list(close: string, depth: number): readonly PythonValue[] {
    const items: PythonValue[] = []
    this.at += 1
    for (;;) {
      this.#skipSpace()
      if (this.#take(close)) return items
      items.push(this.value(depth + 1))
      this.#skipSpace()
      // Of a call: a named argument.
      if (this.#take('=')) items[items.length - 1] = this.value(depth + 1)
      this.#skipSpace()
      if (!this.#take(',') && this.#text[this.at] !== close) throw new NotALiteral()
    }
  }

  /** `<module.Class object at 0x7f…>`, also with another within. */
  #object(): null {
    let open = 0
    for (; this.at < this.#text.length; this.at += 1) {
      if (this.#text[this.at] === '<') open += 1
      if (this.#text[this.at] === '>') open -= 1
      if (open === 0) {
        this.at += 1
        return null
      }
    }
    throw new NotALiteral()
  }

  /** The code points of a quoted literal, or its bytes. */
  #quoted(raw: boolean, bytes: boolean): readonly number[] {
    const quote = this.#text[this.at]
    const codes: number[] = []
    this.at += 1
    while (this.at < this.#text.length) {
      const code = this.#text.codePointAt(this.at) ?? 0
      const character = String.fromCodePoint(code)
      this.at += character.length
      if (character === quote) return codes
      if (character !== '\\' || raw) codes.push(code)
      else this.#escape(codes, bytes)
    }
    throw new NotALiteral()
  }

  #escape(codes: number[], bytes: boolean): void {
    const hex =
      this.#match(/x([0-9a-f]{2})/iy) ??
      (bytes ? undefined : (this.#match(/u([0-9a-fA-F]{4})/y) ?? this.#match(/U([0-9a-fA-F]{8})/y)))
    if (hex !== undefined) {
      codes.push(Math.min(0x10ffff, Number.parseInt(hex.slice(1), 16)))
      return
    }
    const octal = this.#match(/[0-7]{1,3}/y)
    if (octal !== undefined) {
      codes.push(Number.parseInt(octal, 8) & 0xff)
      return
    }
    const character = this.#text[this.at] ?? ''
    this.at += 1
    const simple = simpleEscapes[character]
    if (simple !== undefined) codes.push(simple)
    // An unknown escape stays as it is; one before a line's end joins the lines.
    else if (character !== '\n') codes.push(92, character.charCodeAt(0))
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.#text)?.[0]
    if (found !== undefined) this.at += found.length
    return found
  }

  #take(character: string): boolean {
    if (this.#text[this.at] !== character) return false
    this.at += 1
    return true
  }

  #skipSpace(): void {
    this.#match(/\s+/y)
  }
}

/** Code points as a text; halves of surrogate pairs, as Python can write them, are joined. */
function textOf(codes: readonly number[]): string {
  let text = ''
  for (const code of codes) text += String.fromCodePoint(code)
  return text
}

const keyOf = (key: PythonValue): string =>
  typeof key === 'string' ? key : typeof key === 'number' ? String(key) : ''

function asDict(pairs: readonly PythonValue[]): ReadonlyMap<string, PythonValue> {
  return new Map(
    pairs.flatMap((pair) => {
      if (!Array.isArray(pair) || pair.length !== 2) return []
      const [key, value] = pair as readonly PythonValue[]
      return [[keyOf(key ?? null), value ?? null] as const]
    }),
  )
}
