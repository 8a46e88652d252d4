import { isMap, isNode, LineCounter, parseDocument, type Document } from 'yaml'
import type { z } from 'zod'
import { issueMessage, sentenceAt, specificIssues } from '../validation/issue-message.ts'
import { recipe, type Recipe } from './recipe.ts'

/** One thing that is wrong with a recipe, and where; lines and columns count from 1. */
export interface RecipeProblem {
  readonly line: number
  readonly column: number
  readonly message: string
}

/** A recipe, or why the text is none. */
export type ReadRecipe =
  | { readonly recipe: Recipe }
  | { readonly problems: readonly RecipeProblem[] }

/** Characters of a recipe; a longer text is another kind of file. */
const maxLength = 100_000

/**
 * Brackets, and items that begin on one line, of which a recipe has few. The library would take
 * minutes, and all of the memory, for a text that nests some thousand deep.
 */
const nestsFar = (text: string): boolean =>
  (text.match(/[[{]/g)?.length ?? 0) > 500 || /(?:[-?:]\s+){20}/.test(text)

/** Reads a recipe. Never throws. */
export function readRecipe(text: string): ReadRecipe {
  const refuse = (message: string, line = 1, column = 1): ReadRecipe => {
    return { problems: [{ line, column, message }] }
  }
  if (text.trim() === '') return refuse('The file is empty.')
  if (text.length > maxLength) return refuse('The file is too long for a recipe.')
  if (nestsFar(text)) return refuse('The file nests deeper than any recipe does.')
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, merge: true })
  const at = (offset: number) => {
    const { col, line } = lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  if (document.errors.length > 0)
    return {
      problems: document.errors.map(({ code, message, pos }) => ({
        ...at(pos[0]),
        message:
          code === 'MULTIPLE_DOCS' ? 'A file has one recipe. Put each into its own file.' : message,
      })),
    }
  const read = recipe.safeParse(plain(document), { error: issueMessage })
  if (read.success) return { recipe: read.data }
  const problems = read.error.issues.flatMap(specificIssues).map((issue) => ({
    ...at(offsetOf(document, issue)),
    message: sentenceAt(placeOf(issue), issue.message),
  }))
  return { problems: problems.sort((a, b) => a.line - b.line || a.column - b.column) }
}

type Issue = z.core.$ZodIssue

/** The value of a document; aliases that would expand without end are an error of the text. */
function plain(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 50 })
  } catch {
    return undefined
  }
}

const placeOf = ({ code, path }: Issue): string =>
  path.map(String).join('.') ||
  (code === 'custom' || code === 'unrecognized_keys' ? '' : 'The file')

/** Where an issue stands: at the key that is not known, at the value, or at what should hold it. */
function offsetOf(document: Document, issue: Issue): number {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))
  if (issue.code === 'unrecognized_keys') {
    const map = path.length === 0 ? document.contents : document.getIn(path, true)
    const pair = isMap(map)
      ? map.items.find(({ key }) => isNode(key) && issue.keys.includes(String(key)))
      : undefined
    if (isNode(pair?.key)) return pair.key.range?.[0] ?? 0
  }
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node)) return node.range?.[0] ?? 0
  }
  return 0
}
