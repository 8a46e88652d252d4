import { visit } from 'jsonc-parser'
import { nestsTooDeep } from '../json/nesting.ts'

/** One string in a JSON body, and its position. */
export interface BodyText {
  /** The member that it is; of an item of a list, that of the list. */
  readonly name: string
  readonly value: string
  /** The member around that. */
  readonly parent?: string
  /** Where it is in the body, quotation marks included. */
  readonly offset: number
  readonly length: number
}

/** The strings of a body, in their order. */
export interface BodyTexts {
  readonly texts: readonly BodyText[]
  /** False when the body is damaged, so that a text may have gone unseen. */
  readonly isWhole: boolean
}

/**
 * Each text in a JSON body. The value of an attribute, which is beside its name as
 * `{"Name": "email", "Value": "…"}`, has the name of the attribute, within `userAttributes`.
 */
export function bodyTexts(body: string): BodyTexts {
  if (nestsTooDeep(body)) return { texts: [], isWhole: false }
  const texts: BodyText[] = []
  let isWhole = true
  let attribute: { readonly place: string; readonly name: string } | undefined
  visit(body, {
    onLiteralValue: (value: unknown, offset, length, _line, _character, pathOf) => {
      if (typeof value !== 'string') return
      const path = pathOf()
      const place = path.slice(0, -1).join('/')
      const inItem = typeof path.at(-2) === 'number'
      // Of an item of a list, the list has the name.
      const [parent, name] = path.filter((part) => typeof part === 'string').slice(-2)
      if (name === 'Name') attribute = { place, name: value }
      if (name === 'Value' && inItem) {
        const known = attribute?.place === place ? attribute.name : ''
        const attributeName = `userAttributes.${known}`
        texts.push({ name: attributeName, value, parent: 'userAttributes', offset, length })
      } else if (name === undefined) texts.push({ name: parent ?? '', value, offset, length })
      else texts.push({ name, value, ...(parent !== undefined && { parent }), offset, length })
    },
    onError: () => {
      isWhole = false
    },
  })
  return { texts, isWhole }
}

/** The same, which keeps what it has read, for bodies that are looked at more than once. */
export function bodyReader(): typeof bodyTexts {
  const known = new Map<string, BodyTexts>()
  return (body) => {
    const before = known.get(body)
    if (before) return before
    const read = bodyTexts(body)
    known.set(body, read)
    return read
  }
}
