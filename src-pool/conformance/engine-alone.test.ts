import { decodeJwt } from 'jose'
import { describe, expect, it } from 'vitest'
import {
  AdminInitiateAuthRequest$,
  AdminRespondToAuthChallengeRequest$,
  AuthFlowType,
  GetTokensFromRefreshTokenRequest$,
  InitiateAuthRequest$,
  RespondToAuthChallengeRequest$,
} from '@aws-sdk/client-cognito-identity-provider'
import type { StaticStructureSchema } from '@smithy/types'
import { flows } from '#engine/catalogue/flows/index.ts'
import { poolUnderTest } from '../test-bed/pool-under-test.ts'
import { flowsOfAdministrator, withAdministrators } from './by-administrators.ts'
import { play, type Played } from './play.ts'
import { conformancePools } from './pools.ts'
import { expectedOf, type SignInCase } from './sign-in-case.ts'
import { password, temporaryPassword } from './values.ts'

const cases = withAdministrators(
  import.meta.glob<SignInCase>('./{cases,refusals}/*.case.ts', { eager: true, import: 'default' }),
)
const test = poolUnderTest(conformancePools)
const played = new Map<string, Played>()

describe('the engine alone', () => {
  it.each(Object.entries(cases))('%s ends as expected', async (name, one) => {
    test.pool.reset()
    const result = await play(test, one)
    played.set(name, result)
    expect(result.outcomes).toEqual(expectedOf(one))
    for (const [index, { pending, available, parameters }] of one.steps.entries()) {
      const challenge = result.challenged[index]
      expect(challenge?.name).toBe(pending)
      if (parameters) expect(challenge?.parameters).toMatchObject(parameters)
      if (available) expect(challenge?.availableChallenges).toEqual(available)
    }
    for (const { operation } of result.sent)
      if (/InitiateAuth|RespondToAuthChallenge/.test(operation))
        expect(operation.startsWith('Admin'), operation).toBe(one.asAdmin !== undefined)
    if (one.claims) expect(decodeJwt(result.accessToken)).toMatchObject(one.claims)
  })
})

/** The members of an input, structures and their members included, by the SDK's own schema. */
function membersOf(schema: StaticStructureSchema, path = ''): readonly string[] {
  const [, , , , names, schemas] = schema
  return names.flatMap((name, index) => {
    const inner = innerOf(schemas[index])
    return inner ? membersOf(inner, `${path}${name}.`) : [`${path}${name}`]
  })
}

/** A structure behind a member: a schema is a list whose first number is its kind, perhaps later. */
function innerOf(schema: unknown): StaticStructureSchema | undefined {
  const known: unknown = typeof schema === 'function' ? (schema as () => unknown)() : schema
  if (!Array.isArray(known)) return undefined
  return known[0] === 3 ? (known as unknown as StaticStructureSchema) : innerOf(known[0])
}

const pathsOf = (value: object, schema: readonly string[], path = ''): readonly string[] =>
  Object.entries(value).flatMap(([name, item]: [string, unknown]) =>
    schema.includes(`${path}${name}`) || typeof item !== 'object' || item === null
      ? [`${path}${name}`]
      : pathsOf(item, schema, `${path}${name}.`),
  )

describe('all cases together (to fix a failure, add what is missing to one of them)', () => {
  const sent = (operation: string) =>
    [...played.values()].flatMap((one) => one.sent.filter((call) => call.operation === operation))

  it.each([
    ['InitiateAuth', InitiateAuthRequest$],
    ['RespondToAuthChallenge', RespondToAuthChallengeRequest$],
    ['AdminInitiateAuth', AdminInitiateAuthRequest$],
    ['AdminRespondToAuthChallenge', AdminRespondToAuthChallengeRequest$],
    ['GetTokensFromRefreshToken', GetTokensFromRefreshTokenRequest$],
  ])('send every member of %s, and none that the SDK does not know', (operation, schema) => {
    const members = membersOf(schema)
    const paths = sent(operation).flatMap(({ input }) => pathsOf(input, members))
    expect([...new Set(paths)].sort()).toEqual([...members].sort())
  })

  it('never send a password that SRP proves', () => {
    const proved = [...played.values()].filter(({ challenged }) =>
      challenged.some(({ name }) => name === 'PASSWORD_VERIFIER'),
    )
    expect(proved).not.toHaveLength(0)
    for (const one of proved) {
      const text = JSON.stringify(one.sent)
      for (const secret of [password, temporaryPassword]) expect(text).not.toContain(secret)
    }
  })

  const all = [...flows.values()].filter(({ operation }) => !operation)
  const ofAdministrator = new Set<string>(Object.values(AuthFlowType).flatMap(flowsOfAdministrator))
  it.each([
    ...all.flatMap((flow) => (flow.refused ? [] : { ...flow, operation: 'InitiateAuth' })),
    ...all.flatMap((flow) =>
      ofAdministrator.has(flow.name) ? { ...flow, operation: 'AdminInitiateAuth' } : [],
    ),
  ])('send every parameter of $name by $operation', ({ fields, computed, name, operation }) => {
    const keys = sent(operation).flatMap(({ input: { AuthFlow, AuthParameters } }) =>
      AuthFlow === name ? Object.keys(AuthParameters as object) : [],
    )
    for (const field of fields) if (field.sent) expect(keys).toContain(field.name)
    for (const value of computed) expect(keys).toContain(value.name)
  })
})
