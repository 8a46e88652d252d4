import { expect, test } from 'vitest'
import type { TimelineStep } from '#engine/trace/timeline.ts'
import type { DiagnosedCause } from '#engine/diagnosis/diagnose.ts'
import { announcementOf, messageOf, resultOf, sentenceOfStep } from './step-text.ts'

const step: TimelineStep = {
  number: 2,
  status: 'done',
  at: 0,
  operation: 'RespondToAuthChallenge',
  challenge: 'SMS_MFA',
  attempts: [],
  computed: [],
  triggers: [],
  facts: [],
  computedMs: 0,
}

test('a challenge that the catalogue lacks still has a description and a name', () => {
  const unknown: TimelineStep = { ...step, status: 'waiting', challenge: 'NEW_IN_2030' }
  expect(sentenceOfStep(unknown, 'USER_SRP_AUTH')).toContain('not in the catalogue')
  expect(announcementOf(unknown, 'USER_SRP_AUTH', [])).toContain('NEW_IN_2030: waiting for you')
})

test('a refusal is named by its exception, and announced with its strongest cause', () => {
  const refused: TimelineStep = {
    ...step,
    status: 'refused',
    answer: {
      kind: 'refused',
      error: 'CodeMismatchException',
      message: 'Invalid code',
      status: 400,
    },
  }
  expect(resultOf(refused.answer)).toBe('CodeMismatchException')
  const cause = { step: 2, title: 'Wrong code', verdict: 'likely' } as DiagnosedCause
  const causes: DiagnosedCause[] = [
    { ...cause, title: 'Expired code', verdict: 'excluded' },
    { ...cause, step: 1, title: 'Wrong password' },
    cause,
  ]
  expect(announcementOf(refused, 'USER_SRP_AUTH', causes)).toContain('Wrong code')
})

test('megabytes of a server are the beginning of a text on the card, and their length', () => {
  const long = 'x'.repeat(7_000_000)
  const waiting: TimelineStep = {
    ...step,
    status: 'waiting',
    challenge: 'CUSTOM_CHALLENGE',
    pending: { parameters: { question: long } } as unknown as NonNullable<TimelineStep['pending']>,
  }
  const message = messageOf({ kind: 'refused', error: 'E', message: long, status: 400 })
  for (const text of [sentenceOfStep(waiting, 'CUSTOM_AUTH'), message]) {
    expect(text.length).toBeLessThan(2200)
    expect(text).toMatch(/x… \(7,000,\d{3} characters; the inspector has the whole answer\)$/)
  }
})
