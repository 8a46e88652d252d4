// What the SDK knows has a case: both sides are derived, so that an upgrade of the SDK shows here.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { AuthFlowType, ChallengeNameType } from '@aws-sdk/client-cognito-identity-provider'
import { flows } from '#engine/catalogue/flows/index.ts'
import { follows } from './follows.ts'
import type { SignInCase } from './sign-in-case.ts'

const files = import.meta.glob<SignInCase>('./{cases,refusals}/*.case.ts', {
  eager: true,
  import: 'default',
})
const cases = Object.values(files)
const kebab = (name: string) => name.toLowerCase().replaceAll('_', '-')

/** The exceptions of an operation, as the SDK documents each of its commands. */
function exceptionsOf(operation: string): readonly string[] {
  const sdk = createRequire(import.meta.url).resolve('@aws-sdk/client-cognito-identity-provider')
  const types = sdk.replace(/dist-cjs.*$/, `dist-types/commands/${operation}Command.d.ts`)
  const thrown = readFileSync(types, 'utf8').matchAll(/@throws \{@link (\w+Exception)\}/g)
  return [...thrown].flatMap(([, name]) => (name && !name.endsWith('ServiceException') ? name : []))
}

describe('to mend these, add a file to cases or refusals', () => {
  it.each(Object.values(AuthFlowType))('%s is never begun', (flow) => {
    expect(cases.map((one) => one.flow)).toContain(flow)
  })

  it.each(Object.values(ChallengeNameType))('%s is never answered', (challenge) => {
    expect(cases.flatMap(({ steps }) => steps.map(({ asked }) => asked))).toContain(challenge)
  })

  const pairs = Object.entries(follows).flatMap(([flow, all]) => all.map((one) => [flow, one]))
  it.each(pairs)('after %s, %s is not tried', (flow = '', challenge = '') => {
    const one = files[`./cases/${kebab(flow)}-${kebab(challenge)}.case.ts`]
    expect(one?.flow).toBe(flow)
    expect(one?.steps.map(({ asked }) => asked)).toContain(challenge)
  })

  const thrown = (['InitiateAuth', 'RespondToAuthChallenge'] as const).flatMap((operation) =>
    exceptionsOf(operation).map((exception) => [operation, exception] as const),
  )
  it('the SDK documents its exceptions otherwise than this test reads them', () => {
    expect(new Set(thrown.map(([, exception]) => exception)).size).toBeGreaterThan(20)
  })
  it.each(thrown)('%s is never refused with %s', (operation, exception) => {
    const refused = cases.filter(
      ({ end, steps }) =>
        end.startsWith(`${exception}: `) && (steps.length === 0) === (operation === 'InitiateAuth'),
    )
    expect(refused).not.toHaveLength(0)
  })
})

describe('the cases', () => {
  it('meet a pair of flow and challenge that follows.ts denies', () => {
    for (const { flow, injected, steps } of cases)
      for (const { asked } of injected ? [] : steps) expect(follows[flow]).toContain(asked)
  })

  it('in refusals are not named after how they end', () => {
    const words = (name: string) =>
      name
        .replace('MFA', 'Mfa')
        .replace(/(?<=[a-z])(?=[A-Z])/g, '-')
        .toLowerCase()
    for (const [file, { end, flow, steps }] of Object.entries(files)) {
      const [, name] = /refusals\/(.*)\.case/.exec(file) ?? []
      if (name === undefined) continue
      const begins = flows.get(flow)?.operation?.name ?? 'InitiateAuth'
      const operation = steps.length === 0 ? begins : 'RespondToAuthChallenge'
      const exception = end.replace(/Exception:.*/, '')
      expect(name.startsWith(`${words(operation)}-${words(exception)}`), name).toBe(true)
    }
  })
})
