import { expect, it } from 'vitest'
import { challenges } from './challenges/index.ts'
import { faultsOfAnswer, type AnswerToCome } from './faults-of-answer.ts'

const names = (name: string, more: Partial<AnswerToCome> = {}, parameters = {}) =>
  faultsOfAnswer({
    pending: { name, parameters, username: 'ana' },
    fields: challenges.get(name)?.fields(parameters) ?? [],
    clientHasSecret: false,
    typedName: 'ana',
    sessionWasSent: false,
    ...more,
  }).map((fault) => fault.name)

it('an answer is offered only the faults that apply to it', () => {
  expect(names('SMS_MFA')).toEqual([
    'wrong-code',
    'code-of-another-factor',
    'other-factor',
    'no-session',
  ])
  expect(names('PASSWORD_VERIFIER')).toEqual([
    'wrong-proof',
    'timestamp-in-another-language',
    'no-session',
  ])
  const userAttributes = JSON.stringify({ email: 'ana@example.com' })
  expect(names('NEW_PASSWORD_REQUIRED', {}, { userAttributes })).toContain('attributes-sent-back')
  expect(names('NEW_PASSWORD_REQUIRED')).not.toContain('attributes-sent-back')
})

it('a client secret, an alias and a session each add their faults', () => {
  expect(
    names('SMS_MFA', { clientHasSecret: true, typedName: 'ana@example.com', sessionWasSent: true }),
  ).toEqual([
    'alias-instead-of-user-id',
    'no-secret-hash',
    'secret-hash-over-alias',
    'wrong-client-secret',
    'wrong-code',
    'code-of-another-factor',
    'other-factor',
    'no-session',
    'spent-session',
  ])
})
