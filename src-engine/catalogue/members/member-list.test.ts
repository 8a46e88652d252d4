import * as sdk from '@aws-sdk/client-cognito-identity-provider'
import { describe, expect, test } from 'vitest'
import { challenges } from '../challenges/index.ts'
import type { Field } from '../field.ts'
import { flows } from '../flows/index.ts'
import { accountOperations } from '../operations/index.ts'
import { sensitiveMember } from '../sensitive-members.ts'
import { memberList, memberNamed, secretMembers } from './member-list.ts'
import { serviceMembers } from './service-members.ts'

/** What the SDK says of the members of one name. */
interface SdkMember {
  /** False where it is an object or a list of objects alone. */
  readonly isValue: boolean
  readonly isSensitive: boolean
}

/** Adds the names of all members under a schema of the SDK. */
function addNames(
  reference: unknown,
  name: string,
  names: Map<string, SdkMember>,
  within: readonly unknown[],
) {
  // Shapes that refer to themselves are behind a function.
  const schema = typeof reference === 'function' ? (reference as () => unknown)() : reference
  if (within.includes(schema)) return
  const [kind, , , , third, fourth] = Array.isArray(schema) ? (schema as readonly unknown[]) : []
  const inside = [...within, schema]
  const isValue = kind !== 1 && kind !== 3 && (kind === undefined || typeof kind === 'number')
  const before = names.get(name)
  if (name !== '')
    names.set(name, {
      isValue: before?.isValue === true || isValue,
      isSensitive: before?.isSensitive === true || isSensitive(schema),
    })
  if (kind === 3 && Array.isArray(third) && Array.isArray(fourth))
    for (const [index, member] of third.entries())
      addNames(fourth[index], String(member), names, inside)
  else if (kind === 1) addNames(third, name, names, inside)
  // What a map holds has no name of its own; its members have.
  else if (kind === 2) addNames(fourth, '', names, inside)
  else if (!isValue) addNames(kind, name, names, within)
}

/** A simple shape with the trait that AWS SDKs print as `***SensitiveInformation***`. */
const isSensitive = (schema: unknown): boolean =>
  Array.isArray(schema) && schema[0] === 0 && schema[3] === 8

function namesOfTheSdk(): ReadonlyMap<string, SdkMember> {
  const names = new Map<string, SdkMember>()
  for (const [key, operation] of Object.entries(sdk) as [string, unknown][])
    if (key.endsWith('$') && Array.isArray(operation) && operation[0] === 9)
      for (const shape of [operation[4], operation[5]] as unknown[]) addNames(shape, '', names, [])
  return names
}

const names = namesOfTheSdk()

describe('the list of members', () => {
  test('has an entry for every member of every operation that the SDK knows', () => {
    expect(names.size).toBeGreaterThan(250)
    const values = [...names].flatMap(([name, { isValue }]) => (isValue ? [name] : []))
    expect(values.filter((name) => !serviceMembers.has(name))).toEqual([])
  })

  test('has nothing that the SDK does not know, but the members of a refusal', () => {
    const invented = [...serviceMembers.keys()].filter((name) => !names.has(name))
    expect(invented.sort()).toEqual(['__type', 'code', 'message'])
  })

  test('calls nothing public that the SDK calls sensitive, but the client id', () => {
    const readable = [...names].flatMap(([name, member]) =>
      member.isSensitive && serviceMembers.get(name)?.sensitivity === 'public' ? [name] : [],
    )
    expect(readable).toEqual(['ClientId'])
  })

  const fields: readonly (readonly [string, Pick<Field, 'name' | 'sensitivity' | 'secretKind'>])[] =
    [
      ...[...flows.values()].flatMap(({ computed, fields: of, name }) =>
        [...of, ...computed].map((field) => [`${name}.${field.name}`, field] as const),
      ),
      ...[...challenges.values()].flatMap(({ fields: of, name }) =>
        of({}).map((field) => [`${name}.${field.name}`, field] as const),
      ),
      ...[...accountOperations.values()].flatMap(({ fields: of, name }) =>
        of.map((field) => [`${name}.${field.name}`, field] as const),
      ),
    ]
  test.each(fields)('handles the form’s field %s as the form does', (_, field) => {
    const value = field.sensitivity === 'public' && field.name === 'ANSWER' ? 'SMS_MFA' : ''
    const handled = sensitiveMember(field.name, value)
    expect(handled?.sensitivity ?? 'public').toBe(field.sensitivity)
    expect(handled?.kind).toBe(field.secretKind)
  })

  test('has one handling for each secret name, which is that of bodies and parameters', () => {
    for (const [name, kind] of secretMembers)
      expect(memberList.get(name)).toEqual({ sensitivity: 'secret', kind })
  })
})

test.each([
  ['SomethingOfTomorrow', ''],
  ['constructor', ''],
  ['Username', 'ChallengeParameters'],
  ['TENANT', 'AuthParameters'],
  ['source', 'ClientMetadata'],
  ['client_secret', 'ProviderDetails'],
])('%s in “%s”, which is in no list, is personal', (name, parent) => {
  expect(memberNamed(name, parent).sensitivity).toBe('personal')
})
