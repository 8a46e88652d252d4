import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { administrativeOperations } from '../administration/index.ts'
import { operations } from '../operations/index.ts'
import type { Member, Members } from './members.ts'

interface Shape {
  readonly type: string
  readonly min?: number
  readonly max?: number
  readonly pattern?: string
  readonly enum?: readonly string[]
  readonly sensitive?: boolean
  readonly required?: readonly string[]
  readonly members?: Readonly<Record<string, { readonly shape: string }>>
  readonly member?: { readonly shape: string }
}
interface ServiceModel {
  readonly operations: Readonly<Record<string, { readonly input?: { readonly shape: string } }>>
  readonly shapes: Readonly<Record<string, Shape>>
}

/** The service model as Debian's botocore has it. It is of 2022: newer members are not in it. */
const file = '/usr/lib/python3/dist-packages/botocore/data/cognito-idp/2016-04-18/service-2.json'
const model = existsSync(file)
  ? (JSON.parse(readFileSync(file, 'utf8')) as ServiceModel)
  : undefined

/** Where the pool differs on purpose, mostly since the model has changed after this copy of it. */
const intended = [
  // A recorded answer quotes the value.
  /ClientId sensitive: false/,
  // Newer models say so.
  / max: 131072, not undefined$/,
  /(Session|UserCode) sensitive: true/,
  /pattern: \[\\p\{L\}\\p\{M\}\\p\{S\}\\p\{N\}\\p\{P\}(\\t\\n\\r |\\p\{Z\})\]\+/,
  /InviteMessageTemplate\.(SMS|Email)Message pattern/,
  /^ChangePassword\.PreviousPassword required$/,
  /^SignUp\.Password required$/,
  /ClientSecret min: 24/,
  // Not quoted in texts, for what they are.
  /DeviceSecretVerifierConfig\.\w+ sensitive: true/,
  // The model's own takes a time that grows with the third power of the length.
  /EmailMessageByLink pattern/,
]

const all = [...operations, ...administrativeOperations]

it.skipIf(!model)('constrains what the service model constrains, in every operation', () => {
  const differences = all.flatMap(({ name, input }) => {
    const shape = model?.operations[name]?.input?.shape
    return shape === undefined ? [] : differencesIn(name, input, shapeOf(shape))
  })
  const isIntended = (difference: string) => intended.some((one) => one.test(difference))
  expect(differences.filter((difference) => !isIntended(difference))).toEqual([])
})

const shapeOf = (name: string): Shape => model?.shapes[name] ?? { type: 'unknown' }

function differencesIn(
  path: string,
  members: Members,
  { members: known = {}, required = [] }: Shape,
): string[] {
  return Object.entries(known).flatMap(([name, { shape }]) => {
    const member = members[name]
    const here = `${path}.${name}`
    if (!member) return [`${here} is missing`]
    return [
      ...(required.includes(name) === (member.required === true) ? [] : [`${here} required`]),
      ...differencesOf(here, member, shapeOf(shape)),
    ]
  })
}

function differencesOf(path: string, member: Member, shape: Shape): string[] {
  switch (member.kind) {
    case 'text':
      return [
        ...differing(path, 'min', member.min ?? 0, shape.min ?? 0),
        ...differing(path, 'max', member.max, shape.max),
        ...differing(path, 'pattern', member.pattern, shape.pattern),
        ...differing(path, 'sensitive', member.sensitive === true, shape.sensitive === true),
        ...(shape.enum ?? [])
          .filter((value) => member.values && !member.values.includes(value))
          .map((value) => `${path} lacks ${value}`),
        ...(shape.enum && !member.values ? [`${path} has no values`] : []),
      ]
    case 'number':
      return [
        ...differing(path, 'min', member.min ?? 0, shape.min ?? 0),
        ...differing(path, 'max', member.max, shape.max),
      ]
    case 'list':
      return [
        ...differing(path, 'min', member.min ?? 0, shape.min ?? 0),
        ...differing(path, 'max', member.max, shape.max),
        ...differencesOf(`${path}[]`, member.of, shapeOf(shape.member?.shape ?? '')),
      ]
    case 'structure':
      return differencesIn(path, member.members, shape)
    default:
      return []
  }
}

const differing = (path: string, what: string, ours: unknown, theirs: unknown): string[] =>
  ours === theirs ? [] : [`${path} ${what}: ${String(ours)}, not ${String(theirs)}`]
