// What the SDK knows has a case: both sides are derived, so that an upgrade of the SDK shows here.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { AuthFlowType, ChallengeNameType } from '@aws-sdk/client-cognito-identity-provider'
import { challenges } from '#engine/catalogue/challenges/index.ts'
import { flows } from '#engine/catalogue/flows/index.ts'
import { flowsOfAdministrator, withAdministrators } from './by-administrators.ts'
import { follows, followsAsAdministrator } from './challenges-by-flow.ts'
import type { SignInCase } from './sign-in-case.ts'

const files = import.meta.glob<SignInCase>('./{cases,refusals}/*.case.ts', {
  eager: true,
  import: 'default',
})
const cases = Object.values(withAdministrators(files))
const ofClients = cases.filter(({ asAdmin }) => !asAdmin)
const ofAdministrators = cases.filter(({ asAdmin }) => asAdmin)
const kebab = (name: string) => name.toLowerCase().replaceAll('_', '-')

/** The exceptions of an operation, as the SDK documents each of its commands. */
function exceptionsOf(operation: string): readonly string[] {
  const sdk = createRequire(import.meta.url).resolve('@aws-sdk/client-cognito-identity-provider')
  const types = sdk.replace(/dist-cjs.*$/, `dist-types/commands/${operation}Command.d.ts`)
  const thrown = readFileSync(types, 'utf8').matchAll(/@throws \{@link (\w+Exception)\}/g)
  return [...thrown].flatMap(([, name]) => (name && !name.endsWith('ServiceException') ? name : []))
}

const challengesOf = (all: readonly SignInCase[], flow?: string) =>
  all.flatMap((one) =>
    flow === undefined || one.flow === flow ? one.steps.map(({ pending }) => pending) : [],
  )

/** The call that a case ends with. */
function lastCallOf({ asAdmin, flow, steps }: SignInCase): string {
  const first = flows.get(flow)?.operation?.name ?? 'InitiateAuth'
  return `${asAdmin ? 'Admin' : ''}${steps.length === 0 ? first : 'RespondToAuthChallenge'}`
}

const pairsOf = (table: typeof follows) =>
  Object.entries(table).flatMap(([flow, all]) => all.map((challenge) => [flow, challenge] as const))

/** Every second factor that can be set up on the way, after each flow that can want that. */
const setUps = Object.entries(follows).flatMap(([flow, all]) => {
  if (!all.includes('MFA_SETUP')) return []
  const everyFactor = { MFAS_CAN_SETUP: JSON.stringify(Object.values(ChallengeNameType)) }
  const choices = challenges.get('MFA_SETUP')?.fields(everyFactor)[0]?.choices ?? []
  return choices.map(({ value }) => [flow, value] as const)
})

describe('the conformance cases (to fix a failure, add a file to cases or refusals)', () => {
  it.each(Object.values(AuthFlowType))('%s begins a case', (flow) => {
    expect(ofClients.map((one) => one.flow)).toContain(flow)
    for (const theirs of flowsOfAdministrator(flow))
      expect(ofAdministrators.map((one) => one.flow)).toContain(theirs)
  })

  it.each(Object.values(ChallengeNameType))('%s is answered in a case', (challenge) => {
    expect(challengesOf(cases)).toContain(challenge)
  })

  it.each(pairsOf(followsAsAdministrator))(
    'after %s of an administrator, %s is tried',
    (flow, challenge) => {
      expect(challengesOf(ofAdministrators, flow)).toContain(challenge)
    },
  )

  it.each(setUps)('after %s, %s is set up', (flow, factor) => {
    const steps = ofClients.flatMap((one) => (one.flow === flow ? one.steps : []))
    const computed = steps.flatMap(({ answer, pending }) => {
      if (pending !== 'MFA_SETUP') return []
      return typeof answer === 'string' ? 'SOFTWARE_TOKEN_MFA' : answer['FACTOR']
    })
    expect(computed).toContain(factor)
  })

  it.each(pairsOf(follows))('after %s, %s is tried', (flow, challenge) => {
    const one = files[`./cases/${kebab(flow)}-${kebab(challenge)}.case.ts`]
    expect(one?.flow).toBe(flow)
    expect(one?.steps.map(({ pending }) => pending)).toContain(challenge)
  })

  const thrown = [
    'InitiateAuth',
    'RespondToAuthChallenge',
    'AdminInitiateAuth',
    'AdminRespondToAuthChallenge',
    ...[...flows.values()].flatMap(({ operation }) => operation?.name ?? []),
  ].flatMap((operation) =>
    exceptionsOf(operation).map((exception) => [operation, exception] as const),
  )
  it('this test reads the exceptions that the SDK documents', () => {
    expect(new Set(thrown.map(([, exception]) => exception)).size).toBeGreaterThan(20)
  })
  it.each(thrown)('%s is refused with %s in some case', (operation, exception) => {
    const refused = cases.filter(
      (one) => one.end.startsWith(`${exception}: `) && lastCallOf(one) === operation,
    )
    expect(refused).not.toHaveLength(0)
  })

  it('every refused case ends with an exception that the SDK documents for its last call', () => {
    for (const one of cases) {
      const [exception = ''] = one.end.split(': ')
      if (exception.endsWith('Exception'))
        expect(exceptionsOf(lastCallOf(one))).toContain(exception)
    }
  })
})

describe('the cases', () => {
  it('meet only pairs of flow and challenge that challenges-by-flow.ts allows', () => {
    for (const { asAdmin, flow, injected, steps } of cases)
      for (const { pending } of injected ? [] : steps)
        expect((asAdmin ? followsAsAdministrator : follows)[flow]).toContain(pending)
  })

  it.each(Object.entries(follows))(
    'that follow %s are answered automatically only by answers that the flow names',
    (flow, names) => {
      const needed = names.flatMap((name) => challenges.get(name)?.automatic?.by ?? [])
      expect(flows.get(flow)?.automatic).toEqual(expect.arrayContaining(needed))
    },
  )

  it('in refusals are named after how they end', () => {
    for (const [file, one] of Object.entries(files)) {
      const [, name] = /refusals\/(.*)\.case/.exec(file) ?? []
      if (name === undefined) continue
      const exception = one.end.replace(/Exception:.*/, '').replace('MFA', 'Mfa')
      const words = `${lastCallOf(one)}-${exception}`.replace(/(?<=[a-z])(?=[A-Z])/g, '-')
      expect(name.startsWith(words.toLowerCase()), name).toBe(true)
    }
  })
})
