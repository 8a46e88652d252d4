import { parseAllDocuments } from 'yaml'
import type { ConfigurationSource, FoundValue } from '../configuration-source.ts'
import type { SourceDocument } from '../source-document.ts'
import { namedValuesIn, readNamedValue, type NamedValue } from '../named-value.ts'

/** A longer text is read line by line, as YAML without anchors is. */
const maxLength = 512 * 1024
/** Values after aliases are replaced; a text that has more repeats itself on purpose. */
const maxValues = 100_000
/** Levels of a configuration; the library takes a multiple of its time for each further one. */
const maxDepth = 50

const anchor = /(?:^|[\s[{,])&[\w-]+(?:[\s\]},]|$)/m

/** Levels of brackets, of indentation, and of items that begin on one line. */
function nestsFar(text: string): boolean {
  let depth = 0
  for (const [sign] of text.matchAll(/[[\]{}]/g)) {
    depth += sign === '[' || sign === '{' ? 1 : -1
    if (depth > maxDepth) return true
  }
  return /(?:[-?:][ \t]+){20}|^[ \t]{400}/m.test(text)
}

/** What the documents of a text contain, with aliases and merge keys replaced. Never throws. */
function documentsIn(text: string): readonly unknown[] {
  if (text.length > maxLength || !anchor.test(text) || nestsFar(text)) return []
  try {
    const documents = parseAllDocuments(text, {
      merge: true,
      // The check takes the square of the keys of a map.
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
    })
    const values = documents.map((document): unknown =>
      document.errors.length > 0
        ? undefined
        : (document.toJS({ maxAliasCount: 10_000 }) as unknown),
    )
    return sizeOf(values, new Map()) > maxValues ? [] : values
  } catch {
    return []
  }
}

/** How many values there are once each alias is what it stands for; without end in a circle. */
function sizeOf(value: unknown, known: Map<object, number>): number {
  if (typeof value !== 'object' || value === null) return 1
  const before = known.get(value)
  if (before !== undefined) return before
  known.set(value, Infinity)
  let size = 1
  for (const inner of Object.values(value)) size += sizeOf(inner, known)
  known.set(value, size)
  return size
}

/** `- USER_POOL_ID=x`, as Compose has it beside a map. */
function assignmentIn(one: NamedValue): NamedValue {
  const [, name, value] = (/^\d+$/.test(one.name) && /^([A-Za-z_]\w*)=(.*)$/s.exec(one.value)) || []
  return name === undefined || value === undefined ? one : { ...one, name, value }
}

const found = new WeakMap<SourceDocument, readonly FoundValue[]>()

function foundIn(document: SourceDocument): readonly FoundValue[] {
  const before = found.get(document)
  if (before) return before
  const values = documentsIn(document.text).flatMap((json) =>
    namedValuesIn(json).map(assignmentIn).flatMap(readNamedValue),
  )
  found.set(document, values)
  return values
}

/** YAML with anchors, whose values do not stand where they count. */
export const yamlFileSource: ConfigurationSource = {
  id: 'yaml',
  title: 'YAML file',
  recognises: (document) => foundIn(document).length > 0,
  read: foundIn,
}
