import { isMap, isNode, LineCounter, parseDocument, type Document } from 'yaml'
import type { z } from 'zod'
import { closestName } from '../query/closest-name.ts'
import { recipe, recipeKeysAt, type Recipe } from './recipe.ts'

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
  const read = recipe.safeParse(plain(document))
  if (read.success) return { recipe: read.data }
  return {
    problems: read.error.issues
      .flatMap(specificIssues)
      .map((issue) => ({ ...at(offsetOf(document, issue)), message: messageOf(document, issue) })),
  }
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

/** Of a choice, what is wrong with the option that is nearest to what was written. */
function specificIssues(issue: Issue): readonly Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue]
  const options = issue.errors.map((errors) =>
    errors.map((each): Issue => ({ ...each, path: [...issue.path, ...each.path] })),
  )
  // Keys that an option does not know say that another one is meant.
  const unknownKeyCount = (errors: readonly Issue[]) =>
    errors.reduce(
      (sum, each) => sum + (each.code === 'unrecognized_keys' ? each.keys.length : 0),
      0,
    )
  const [nearest = []] = options.sort(
    (a, b) => unknownKeyCount(a) - unknownKeyCount(b) || a.length - b.length,
  )
  return nearest.flatMap(specificIssues)
}

function messageOf(document: Document, issue: Issue): string {
  const path = issue.path.map(String).join('.')
  const where = path === '' ? '' : `${path}: `
  if (issue.code === 'unrecognized_keys')
    return `${where}${unknownKeys(issue.keys, recipeKeysAt(issue.path))}`
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined'))
    return path === '' ? 'The file is no recipe.' : `${path} is missing.`
  if (issue.code === 'invalid_value' && issue.values.length > 1)
    return `${where}${choiceOf(String(document.getIn(issue.path)), issue.values.map(String))}`
  return `${where}${issue.message}`
}

/** Names the keys that are not known, and the one that was meant where a single one is near. */
function unknownKeys(written: readonly string[], known: readonly string[]): string {
  const sentence = `There is no ${written.map((key) => `“${key}”`).join(', ')} here.`
  const [key = ''] = written
  const meant = written.length === 1 ? closestName(key, known) : undefined
  return meant === undefined ? sentence : `${sentence} Did you mean “${meant}”?`
}

/** More names than this, such as all operations, would bury the message. */
const maxListed = 12

/** What can stand in place of a text that is none of the names. */
function choiceOf(written: string, names: readonly string[]): string {
  const meant = closestName(written, names)
  if (meant !== undefined) return `No such value. Did you mean “${meant}”?`
  if (names.length <= maxListed) return `No such value. It is one of ${names.join(', ')}.`
  return `No such value. Examples: ${names.slice(0, 3).join(', ')}.`
}

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
