import type { z } from 'zod'

/** The minimum that a schema of the contract accepts: empty strings and lists, the first of a choice. */
export function sampleOf(schema: z.core.$ZodType): unknown {
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(def.shape)
          .map(([key, member]) => [key, sampleOf(member)] as const)
          .filter(([, value]) => value !== undefined),
      )
    case 'array':
      return []
    case 'record':
      return {}
    case 'string':
      return ''
    case 'number':
      return 0
    case 'boolean':
      return false
    case 'null':
    case 'nullable':
      return null
    case 'literal':
      return def.values[0]
    case 'enum':
      return Object.values(def.entries)[0]
    case 'union':
      return def.options[0] && sampleOf(def.options[0])
    case 'readonly':
    case 'nonoptional':
    case 'catch':
      return sampleOf(def.innerType)
    case 'pipe':
      return sampleOf(def.in)
    default:
      return undefined
  }
}
