import { expect, it } from 'vitest'
import { timeline } from '../trace/timeline.ts'
import { summarizeRun } from './run-summary.ts'

it('a summary names the chain, its errors and the second factor', () => {
  const summary = summarizeRun(
    timeline([
      { type: 'sent', at: 1, step: 1, operation: 'InitiateAuth', by: 'person' },
      {
        type: 'answered',
        at: 2,
        step: 1,
        durationMs: 1,
        answer: {
          kind: 'challenged',
          challenge: 'SOFTWARE_TOKEN_MFA',
          parameters: {},
          availableChallenges: [],
        },
      },
      {
        type: 'sent',
        at: 3,
        step: 2,
        operation: 'RespondToAuthChallenge',
        challenge: 'SOFTWARE_TOKEN_MFA',
        by: 'person',
      },
      {
        type: 'answered',
        at: 5,
        step: 2,
        durationMs: 2,
        answer: { kind: 'refused', error: 'CodeMismatchException', message: 'No', status: 400 },
      },
    ]),
  )
  expect(summary).toMatchObject({
    chain: [
      { name: 'InitiateAuth', status: 'done' },
      { name: 'SOFTWARE_TOKEN_MFA', status: 'refused' },
    ],
    errors: ['CodeMismatchException'],
    serviceMs: 3,
    mfa: true,
    passkey: false,
    retry: false,
  })
})
