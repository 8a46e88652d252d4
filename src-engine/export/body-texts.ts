import { visit } from 'jsonc-parser'

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

/**
 * Calls back for each text in a JSON body. The value of an attribute, which is beside its name
 * as `{"Name": "email", "Value": "…"}`, has the name of the attribute, within `userAttributes`.
 * @returns false when the body is damaged, so that a text may have gone unseen
 */
export function visitBodyTexts(body: string, found: (text: BodyText) => void): boolean {
  let whole = true
  let attribute: { readonly place: string; readonly name: string } | undefined
  visit(body, {
    onLiteralValue: (value: unknown, offset, length, _line, _character, pathOf) => {
      if (typeof value !== 'string') return
      const path = pathOf()
      const [parent, name] = path.slice(-2)
      const place = path.slice(0, -1).join('/')
      if (name === 'Name') attribute = { place, name: value }
      if (name === 'Value' && typeof parent === 'number') {
        const known = attribute?.place === place ? attribute.name : ''
        found({ name: `userAttributes.${known}`, value, parent: 'userAttributes', offset, length })
      } else if (name === undefined) found({ name: String(parent ?? ''), value, offset, length })
      else found({ name: String(name), value, parent: String(parent), offset, length })
    },
    onError: () => {
      whole = false
    },
  })
  return whole
}
