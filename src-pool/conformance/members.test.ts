// Nothing that a caller gives is dropped in silence: the SDK's inputs against the pool's own.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import * as sdk from '@aws-sdk/client-cognito-identity-provider'
import { flows } from '#engine/catalogue/flows/index.ts'
import { accountOperations } from '#engine/catalogue/operations/index.ts'
import { administrativeOperations } from '../administration/index.ts'
import { operations } from '../operations/index.ts'
import type { Operation } from '../operations/operation.ts'
import type { Member, Members } from '../requests/members.ts'

const known = [...operations, ...administrativeOperations]

/** A schema of the SDK: a structure with members, a list, or anything else. */
type SdkShape =
  | { readonly kind: 'structure'; readonly members: Readonly<Record<string, unknown>> }
  | { readonly kind: 'list'; readonly of: unknown }
  | { readonly kind: 'other' }

/** Reads the arrays that the SDK describes its shapes with: 1 is a list, 3 a structure. */
function shapeOf(reference: unknown): SdkShape {
  // Shapes that refer to themselves are behind a function.
  const schema = typeof reference === 'function' ? (reference as () => unknown)() : reference
  if (!Array.isArray(schema)) return { kind: 'other' }
  const [kind, , , , third, fourth] = schema as readonly unknown[]
  if (kind === 1) return { kind: 'list', of: third }
  if (kind === 3 && Array.isArray(third) && Array.isArray(fourth))
    return {
      kind: 'structure',
      members: Object.fromEntries(third.map((name: string, index) => [name, fourth[index]])),
    }
  // A reference with traits of its own.
  return typeof kind === 'number' ? { kind: 'other' } : shapeOf(kind)
}

/** The members of an operation's input, as the SDK has it. */
function inputOf(name: string): Readonly<Record<string, unknown>> {
  const operation: unknown = Object.entries(sdk).find(([key]) => key === `${name}$`)?.[1]
  const input = Array.isArray(operation) ? shapeOf(operation[4]) : undefined
  if (input?.kind !== 'structure') throw new TypeError(`the SDK has no operation ${name}`)
  return input.members
}

/** Every member of a structure of the SDK that the pool's has no decision for. */
const undecided = (
  members: Readonly<Record<string, unknown>>,
  own: Members,
  path: string,
): string[] =>
  Object.entries(members).flatMap(([name, schema]) => {
    const member = own[name]
    return member ? undecidedIn(schema, member, `${path}.${name}`) : [`${path}.${name}`]
  })

function undecidedIn(schema: unknown, own: Member, path: string): string[] {
  const shape = shapeOf(schema)
  if (shape.kind === 'structure' && own.kind === 'structure')
    return undecided(shape.members, own.members, path)
  if (shape.kind === 'list' && own.kind === 'list')
    return undecidedIn(shape.of, own.of, `${path}[]`)
  return []
}

/** Every member of the pool's input that the SDK does not know. */
const invented = ({ name, input }: Operation) => {
  const names = Object.keys(inputOf(name))
  return Object.keys(input).filter((member) => !names.includes(member))
}

describe('the input of every operation that the pool knows', () => {
  it.each(known.map((operation) => [operation.name, operation] as const))(
    '%s has a decision for each member that the SDK has',
    (name, operation) => {
      expect(undecided(inputOf(name), operation.input, name)).toEqual([])
      expect(invented(operation)).toEqual([])
    },
  )
})

describe('the operations that need no signature', () => {
  const path = createRequire(import.meta.url)
    .resolve('@aws-sdk/client-cognito-identity-provider')
    .replace(/dist-cjs.*$/, 'dist-es/auth/httpAuthSchemeProvider.js')
  const unsigned = [...readFileSync(path, 'utf8').matchAll(/case "(\w+)":/g)].flatMap(
    ([, name]) => name ?? [],
  )

  it('are known to the SDK', () => {
    expect(unsigned.length).toBeGreaterThanOrEqual(34)
  })
  // The API reference says of GetClientToken that it takes no signature; the SDK signs it all the same.
  it.each([...unsigned, 'GetClientToken'])('%s is an operation of the pool', (name) => {
    const operation = operations.find((one) => one.name === name)
    expect(operation?.isSigned).toBeUndefined()
    expect(operation?.name).toBe(name)
  })
  // The forms of the account and the command line derive from the catalogue.
  it.each([...unsigned, 'GetClientToken'])('%s is an operation of the catalogue', (name) => {
    const known: readonly string[] = [
      ...accountOperations.keys(),
      ...[...flows.values()].map(({ operation }) => operation?.name ?? 'InitiateAuth'),
      'RespondToAuthChallenge',
    ]
    expect(known).toContain(name)
  })
})
