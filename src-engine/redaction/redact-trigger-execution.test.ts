import { expect, it } from 'vitest'
import { Secret } from '../secret/secret.ts'
import { redactTriggerExecution } from './redact-trigger-execution.ts'
import { MarkRegistry } from '../trace/mark-registry.ts'

const marks = () => new MarkRegistry(new Uint8Array(16).fill(1))
const run = (event: Readonly<Record<string, unknown>>, more: object = {}) => ({
  trigger: 'T',
  triggerSource: 'T_Authentication',
  event,
  console: [],
  durationMs: 1,
  ...more,
})

it('leaves no password, code, private parameter or answer of a trigger in plain text', () => {
  const one = marks()
  const open = redactTriggerExecution(
    run(
      {
        request: {
          password: 'c4nary-password',
          code: '918273',
          challengeAnswer: 'c4nary-answer',
          privateChallengeParameters: { a: { b: ['c4nary-private'] } },
          session: [{ challengeName: 'SRP_A' }],
        },
      },
      {
        answer: {
          response: { privateChallengeParameters: { x: 'c4nary-other' }, n: 'c4nary-other' },
        },
        console: ['it is c4nary-private', 'code 918273'],
        error: { type: 'UserLambdaValidationException', message: 'no c4nary-password' },
      },
    ),
    one,
  )
  expect(JSON.stringify(open)).not.toMatch(/c4nary|918273/)
  expect(JSON.parse(open.requestBody)).toMatchObject({
    request: { session: [{ challengeName: 'SRP_A' }] },
  })
  expect(open.refusal?.message).toMatch(/^no ‹password [0-9a-f]+›$/)
})

it('shows a secret of the sign-in under the mark that it has in the trace', () => {
  const one = marks()
  const mark = one.mark(Secret.of('password', 'Hunter2-password'))
  const { requestBody } = redactTriggerExecution(
    run({ request: { password: 'Hunter2-password' } }),
    one,
  )
  expect(JSON.parse(requestBody)).toEqual({ request: { password: mark } })
})
