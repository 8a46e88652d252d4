// What the SDK's model of an input has, a description names: an upgrade of the SDK shows here.
import * as sdk from '@aws-sdk/client-cognito-identity-provider'
import { expect, it } from 'vitest'
import { Secret } from '../secret/secret.ts'
import type { AccountOperation } from './define-operation.ts'
import { operationRequest } from './operation-request.ts'
import { accountOperations } from './operations/index.ts'

/** Members that no description names on purpose, each with its reason. */
const leftOut: Readonly<Record<string, string>> = {}

/** The SDK's schema of a shape: [kind, namespace, name, traits, …]. */
type Schema = readonly unknown[]
const [list, structure, operation] = [1, 3, 9]

/** Schemas refer to each other directly, by functions, or together with traits. */
function schema(reference: unknown): Schema {
  if (typeof reference === 'function') return schema((reference as () => unknown)())
  if (!Array.isArray(reference)) return []
  return typeof reference[0] === 'number' ? reference : schema(reference[0])
}

function membersOf(shape: Schema): readonly (readonly [name: string, Schema])[] {
  const [names, references] = shape.slice(4) as [readonly string[], readonly unknown[]]
  return names.map((name, at) => [name, schema(references[at])])
}

function inputOf(name: string): Schema {
  const described = (sdk as unknown as Readonly<Record<string, Schema | undefined>>)[`${name}$`]
  expect(described?.[0], 'the SDK keeps its schemas otherwise').toBe(operation)
  return schema(described?.[4])
}

/** Names as a field has them, and of a list of structures the members of an item. */
const membersInModel = (name: string): readonly string[] =>
  membersOf(inputOf(name)).flatMap(([member, of]) => {
    if (of[0] === structure) return membersOf(of).map(([nested]) => `${member}.${nested}`)
    const item = of[0] === list ? schema(of[4]) : []
    return item[0] === structure
      ? membersOf(item).map(([nested]) => `${member}[].${nested}`)
      : [member]
  })

/** What a person can give, and what the app client adds. */
function membersDescribed(described: AccountOperation): readonly string[] {
  const { fields, metadata } = described
  const client = { userPoolId: 'p', clientId: 'c', clientSecret: Secret.of('client secret', 's') }
  const clientMetadata = metadata === undefined ? {} : { a: 'b' }
  const added = operationRequest(described, client, { inputs: {}, clientMetadata }).input
  const inputs = fields.flatMap(({ control, name, pair = ['Name', 'Value'] }) =>
    control === 'pairs' ? pair.map((member) => `${name}[].${member}`) : [name],
  )
  const lists = new Set(fields.map(({ name }) => name))
  return [...inputs, ...Object.keys(added).filter((name) => !lists.has(name))]
}

it.each([...accountOperations.values()])(
  'the description of $name has the members of the SDK’s model',
  (described) => {
    const { name } = described
    const wanted = membersInModel(name).filter((member) => !(`${name}.${member}` in leftOut))
    expect([...membersDescribed(described)].sort()).toEqual([...wanted].sort())
  },
)

it.each(Object.entries(leftOut))('%s, which is left out, exists in the SDK', (member, reason) => {
  const all = [...accountOperations.keys()].flatMap((name) =>
    membersInModel(name).map((one) => `${name}.${one}`),
  )
  expect(all).toContain(member)
  expect(reason).toMatch(/^[A-Z].*\.$/)
})
