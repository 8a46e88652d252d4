import { isDeepStrictEqual } from 'node:util'
import { parseTree, type Node, type ParseError } from 'jsonc-parser'
import type { z } from 'zod'
import { nestsTooDeep } from '#engine/json/nesting.ts'

/** What could be read of a damaged file, and how many of its entries could not. */
export interface Salvaged<T> {
  readonly value: T
  readonly leftOut: number
}

/** More repairs than any file of ours takes: what needs them is another file. */
const maxRepairs = 500

/**
 * Reads what is right in the text of a damaged file, entry by entry: an item of a list that does
 * not fit is left out, any other member is as in `empty`.
 * @returns undefined when nothing is left that `empty` does not have
 */
export function salvage<T extends object>(
  text: string,
  schema: z.ZodType<T>,
  empty: T,
): Salvaged<T> | undefined {
  if (nestsTooDeep(text)) return undefined
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { allowTrailingComma: true })
  if (root?.type !== 'object') return undefined
  const left = { out: 0 }
  const found = valueOf(root, errors, left)
  for (let repair = 0; repair < maxRepairs; repair += 1) {
    const { data, error, success } = schema.safeParse(found)
    if (success)
      return isDeepStrictEqual(data, empty) ? undefined : { value: data, leftOut: left.out }
    const path = error.issues[0]?.path ?? []
    if (!leaveOut(found, empty, path)) return undefined
    left.out += 1
  }
  return undefined
}

/** The value of a node; items of lists in which the text is damaged are not in it. */
function valueOf(node: Node, errors: readonly ParseError[], left: { out: number }): unknown {
  const { children = [], type } = node
  if (type === 'array') {
    const whole = children.filter((child) => !errors.some((error) => isWithin(error, child)))
    left.out += children.length - whole.length
    return whole.map((child) => valueOf(child, errors, left))
  }
  if (type !== 'object') return node.value as unknown
  return Object.fromEntries(
    children.flatMap(({ children: [name, value] = [] }) =>
      name && value ? [[String(name.value), valueOf(value, errors, left)]] : [],
    ),
  )
}

const isWithin = ({ offset }: ParseError, node: Node): boolean =>
  offset >= node.offset && offset <= node.offset + node.length

/** Takes the item of a list out that a path leads into, or puts the member there as in `empty`. */
function leaveOut(found: unknown, empty: object, path: readonly PropertyKey[]): boolean {
  const index = path.findLastIndex((part) => typeof part === 'number')
  if (index >= 0) {
    const list = at(found, path.slice(0, index))
    if (!Array.isArray(list)) return false
    list.splice(Number(path[index]), 1)
    return true
  }
  const holder = at(found, path.slice(0, -1))
  const name = path.at(-1)
  if (name === undefined || !isObject(holder)) return false
  const instead = at(empty, path)
  const before = holder[name]
  if (instead === undefined) Reflect.deleteProperty(holder, name)
  else holder[name] = structuredClone(instead)
  // A member that is missing cannot be left out: what it is missing from can.
  return !isDeepStrictEqual(before, holder[name]) || leaveOut(found, empty, path.slice(0, -1))
}

const isObject = (value: unknown): value is Record<PropertyKey, unknown> =>
  typeof value === 'object' && value !== null

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce(
    (inner: unknown, part) =>
      isObject(inner) && Object.hasOwn(inner, part) ? inner[part] : undefined,
    value,
  )
