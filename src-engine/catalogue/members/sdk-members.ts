/** A member of an operation's input or output, as the SDK's schema describes it. */
export interface SdkMember {
  readonly operation: string
  /** From the input or output down, as in `UserAttributes[].Name`. */
  readonly path: string
  readonly name: string
  /** The member around it; empty where it is of the input or output itself. */
  readonly parent: string
  readonly kind: 'structure' | 'list' | 'map' | 'value'
  /** Whether it holds a value itself, and not structures alone. */
  readonly isValue: boolean
  /** Whether the SDK prints it as `***SensitiveInformation***`. */
  readonly isSensitive: boolean
}

type Schema = readonly unknown[]
type Place = Pick<SdkMember, 'operation' | 'path' | 'name'>

/** The first item of a schema says what it is. */
const [simple, list, map, structure, operation] = [0, 1, 2, 3, 9]
const [listOfValues, mapOfValues] = [64, 128]
const sensitive = 8

/**
 * Every member of every operation, once for each place that it has in one of them.
 * @param sdk what the package of the AWS SDK exports
 */
export function sdkMembers(sdk: object): readonly SdkMember[] {
  const members = new Map<string, SdkMember>()
  for (const described of Object.values(sdk) as unknown[])
    if (Array.isArray(described) && described[0] === operation) {
      const [, , name, , input, output] = described as Schema
      for (const shape of [input, output])
        for (const member of membersIn(shape, { operation: String(name), path: '', name: '' }, []))
          members.set(`${member.operation} ${member.path}`, member)
    }
  return [...members.values()]
}

function membersIn(
  reference: unknown,
  place: Place,
  around: readonly Schema[],
): readonly SdkMember[] {
  const schema = schemaOf(reference)
  const [kind, , , , first, second] = schema
  if (around.includes(schema)) return []
  const inside = [...around, schema]
  // The items of a list have no name of their own, nor has what a map holds.
  if (kind === list) return membersIn(first, { ...place, path: `${place.path}[]` }, inside)
  if (kind === map) return membersIn(second, { ...place, path: `${place.path}{}` }, inside)
  if (kind !== structure) return []
  const references = second as readonly unknown[]
  return (first as readonly string[]).flatMap((name, index) => {
    const path = place.path === '' ? name : `${place.path}.${name}`
    const of = references[index]
    return [
      { ...described(of), operation: place.operation, path, name, parent: place.name },
      ...membersIn(of, { ...place, path, name }, inside),
    ]
  })
}

function described(reference: unknown): Pick<SdkMember, 'kind' | 'isValue' | 'isSensitive'> {
  const schema = schemaOf(reference)
  const [kind, , , traits, first] = schema
  const isSensitive = kind === simple && traits === sensitive
  if (kind === structure) return { kind: 'structure', isValue: false, isSensitive }
  if (kind === map || kind === mapOfValues) return { kind: 'map', isValue: true, isSensitive }
  if (kind === listOfValues) return { kind: 'list', isValue: true, isSensitive }
  return kind === list
    ? { kind: 'list', isValue: described(first).isValue, isSensitive }
    : { kind: 'value', isValue: true, isSensitive }
}

/** Schemas refer to each other directly, by functions, or together with traits. */
function schemaOf(reference: unknown): Schema {
  if (typeof reference === 'function') return schemaOf((reference as () => unknown)())
  if (!Array.isArray(reference)) return [reference]
  return typeof reference[0] === 'number' ? (reference as Schema) : schemaOf(reference[0])
}
