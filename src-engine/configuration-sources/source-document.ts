import { isJsonObject, parseTolerantly } from '../import/json-object.ts'

/** A text that was pasted or read from a file, parsed once for every source that looks at it. */
export interface SourceDocument {
  readonly text: string
  /** The JSON in it, also where a program wraps it (`amplify_outputs.dart`); else undefined. */
  readonly json: unknown
}

/** The document of a text. Never throws. */
export function sourceDocument(input: string): SourceDocument {
  const text = input.replace(/^\ufeff/, '').replaceAll('\r\n', '\n')
  return { text, json: jsonOf(text.trim()) }
}

function jsonOf(text: string): unknown {
  if (/^[[{]/.test(text)) return structured(parseTolerantly(text))
  const wrapped = /r?(?:'''|""")\s*(\{.*\})\s*(?:'''|""")/s.exec(text)?.[1]
  return wrapped === undefined ? undefined : structured(parseTolerantly(wrapped))
}

const structured = (value: unknown): unknown =>
  isJsonObject(value) || Array.isArray(value) ? value : undefined

/** The place of a character: `line 12`. */
export const lineAt = (text: string, index: number): string => linesOf(text)(index)

/** Where the characters of a text stand, `line 12` each; for many of them, in the order asked. */
export function linesOf(text: string): (index: number) => string {
  let line = 1
  let start = 0
  return (index) => {
    if (index < start) [line, start] = [1, 0]
    for (let end = text.indexOf('\n', start); end !== -1 && end < index; line += 1) {
      start = end + 1
      end = text.indexOf('\n', start)
    }
    return `line ${String(line)}`
  }
}
