import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { challenges, everyChallengeIsListed } from './challenges/index.ts'
import {
  everyExceptionIsListed,
  exceptions,
  exceptionsOfAdministration,
} from './exceptions/index.ts'
import { everyFlowIsListed, flows } from './flows/index.ts'
import { accountOperations, everyOperationIsDescribed } from './operations/index.ts'
import type { Field } from './field.ts'

const kebab = (name: string) =>
  name
    .replace('MFA', 'Mfa')
    .replace(/(?<=[a-z])(?=[A-Z])/g, '-')
    .replaceAll('_', '-')
    .toLowerCase()

it.each([
  ['flows', flows, []],
  ['challenges', challenges, []],
  ['exceptions', exceptions, exceptionsOfAdministration],
  ['operations', accountOperations, []],
] as const)(
  'every file in %s is in its list (to fix: add it in index.ts)',
  (folder, list, rest) => {
    const files = readdirSync(new URL(`./${folder}/`, import.meta.url))
      .filter((file) => file.endsWith('.ts') && !/^index\.|\.test\./.test(file))
      .map((file) => file.replace(/\.ts$/, ''))
    const names = [...list.keys()].map(kebab)
    // REFRESH_TOKEN is the same flow under an older name, and shares its file.
    expect(names.filter((name) => name !== 'refresh-token').sort()).toEqual(files.sort())
    for (const name of rest) expect(list.has(name)).toBe(false)
    expect(new Set(rest).size).toBe(rest.length)
  },
)

const fields: readonly (readonly [string, Field])[] = [
  ...[...flows.values()].flatMap((flow) => flow.fields.map((field) => [flow.name, field] as const)),
  ...[...challenges.values()].flatMap((challenge) =>
    challenge.fields({}).map((field) => [challenge.name, field] as const),
  ),
  ...[...accountOperations.values()].flatMap((operation) =>
    operation.fields.map((field) => [operation.name, field] as const),
  ),
]

it.each(fields)(
  '%s: a field is secret if and only if its mark has a kind ($name)',
  (_of, field) => {
    expect(field.sensitivity === 'secret').toBe(field.secretKind !== undefined)
    expect(field.control === 'password' || field.control === 'code').toBe(
      field.sensitivity === 'secret' && field.control !== 'text' && field.control !== 'json',
    )
  },
)

it('every exception explains each of its messages in sentences', () => {
  for (const { causes, meaning, name, texts } of exceptions.values())
    for (const each of [{ causes, meaning }, ...texts]) {
      const refusal = { operation: 'InitiateAuth', error: name, message: '' }
      const computed = typeof each.causes === 'function' ? each.causes(refusal) : each.causes
      const rules = 'rules' in each ? (each.rules ?? []) : []
      expect(computed.length + rules.length, name).toBeGreaterThan(0)
      for (const sentence of [
        each.meaning,
        ...computed.flatMap(({ cause, remedy }) => [cause, remedy]),
      ])
        expect(sentence, name).toMatch(/^[\p{L}“].*[.…”]$/su)
    }
})

it('the lists name everything that the SDK knows (the type check fails before this does)', () => {
  expect([
    everyFlowIsListed,
    everyChallengeIsListed,
    everyExceptionIsListed,
    everyOperationIsDescribed,
  ]).toEqual([true, true, true, true])
})
