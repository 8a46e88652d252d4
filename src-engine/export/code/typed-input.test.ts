// The types of members are those of the SDK’s model: an upgrade of the SDK shows here.
import * as sdk from '@aws-sdk/client-cognito-identity-provider'
import { expect, it } from 'vitest'
import { operations } from '../../wire/request.ts'
import type { PlannedValue } from './chain-plan.ts'
import { memberTypes, typedInput } from './typed-input.ts'

/** The SDK’s schema of a shape: [kind, namespace, name, …]; below it, kinds of shapes. */
type Schema = readonly unknown[]
const [list, map, structure] = [1, 2, 3]
/** Shorthands of the SDK: a map and a list of texts, and a document. */
const [textMap, textList, document] = [128, 64, 15]

function schema(reference: unknown): unknown {
  if (typeof reference === 'function') return schema((reference as () => unknown)())
  if (!Array.isArray(reference)) return reference
  return typeof reference[0] === 'number' ? reference : schema(reference[0])
}

/** Members of a structure and of those in it, each with what it is. */
function membersOf(shape: Schema): readonly (readonly [name: string, type: string])[] {
  const [names, references] = shape.slice(4) as [readonly string[], readonly unknown[]]
  return names.flatMap((name, at) => typesOf(name, schema(references[at])))
}

function typesOf(name: string, of: unknown): readonly (readonly [string, string])[] {
  if (of === textMap) return [[name, 'a map']]
  if (of === document) return [[name, 'a document']]
  if (of === textList || !Array.isArray(of)) return []
  const shape = of as Schema
  if (shape[0] === map) return [[name, 'a map']]
  if (shape[0] === structure) return [[name, String(shape[2])], ...membersOf(shape)]
  const item = shape[0] === list ? schema(shape[4]) : undefined
  return Array.isArray(item) ? [[name, `list of ${String(item[2])}`], ...membersOf(item)] : []
}

it('names every map, structure and list of structures in the inputs of the SDK', () => {
  const all = operations.flatMap((operation) => {
    const described = (sdk as unknown as Readonly<Record<string, Schema>>)[`${operation}$`]
    return membersOf(schema(described?.[4]) as Schema)
  })
  expect(Object.fromEntries(all)).toEqual({
    ...Object.fromEntries(Object.keys(memberTypes.maps).map((name) => [name, 'a map'])),
    ...memberTypes.structures,
    ...Object.fromEntries(
      Object.entries(memberTypes.lists).map(([name, type]) => [name, `list of ${type}`]),
    ),
    // A passkey’s credential, which has no fixed type and works only once anyway.
    Credential: 'a document',
  })
})

const call = (members: readonly (readonly [string, PlannedValue])[]) => ({
  step: 1,
  operation: 'InitiateAuth',
  signed: false,
  needlesslySigned: false,
  outcome: 'tokens',
  input: { from: 'object', members } as const,
})

it('a member whose name is no name of a member is not written', () => {
  const value = { from: 'literal', value: 'x' } as const
  expect(typedInput(call([['ClientId', value]]))).toEqual([
    ['ClientId', { kind: 'text', text: value }],
  ])
  expect(typedInput(call([['ClientId = exit()', value]]))).toBeUndefined()
})

it('a list of objects or lists of which the SDK’s type is not known is not written', () => {
  const listOf = (item: PlannedValue) =>
    typedInput(call([['Unknown', { from: 'list', items: [item] }]]))
  const text = { from: 'literal', value: 'x' } as const
  expect(listOf(text)).toEqual([['Unknown', { kind: 'list', items: [{ kind: 'text', text }] }]])
  expect(listOf({ from: 'object', members: [['Name', text]] })).toBeUndefined()
  expect(listOf({ from: 'list', items: [text] })).toBeUndefined()
})
