import fc from 'fast-check'
import { expect, it } from 'vitest'
import { reveal, Secret } from '../secret/secret.ts'
import type { Answer } from '../wire/read-answer.ts'
import type { AppClient } from '../wire/app-client.ts'
import type { SignInInput } from '../wire/sign-in-input.ts'
import {
  maxCalls,
  sessionOf,
  transition,
  type Effect,
  type SignInEvent,
  type SignInState,
} from './transition.ts'

const client: AppClient = { userPoolId: 'eu-west-1_Pool', clientId: 'client1' }

const input: SignInInput = {
  flow: 'USER_PASSWORD_AUTH',
  parameters: { USERNAME: 'ana@example.com', PASSWORD: Secret.of('password', 'p4ss') },
  clientMetadata: { of: 'InitiateAuth' },
}

const challenged = (name: string, session: string, parameters = {}): Answer => ({
  kind: 'challenged',
  name,
  session: Secret.of('session', session),
  parameters,
  availableChallenges: [],
})

const refused = (error: string): Answer => ({ kind: 'refused', error, message: 'no', status: 400 })

const tokens: Answer = { kind: 'tokens', tokens: {} }

const replied = (answer: Answer): SignInEvent => ({ type: 'replied', answer })

const code = (value: string): SignInEvent => ({
  type: 'answered',
  by: 'person',
  answers: { SMS_MFA_CODE: Secret.of('code', value) },
})

/** Sends events one after the other, and keeps every state and effect. */
function walk(events: readonly SignInEvent[], of: AppClient = client) {
  let state: SignInState = { phase: 'new' }
  const effects: Effect[] = []
  for (const event of events) {
    const [next, wanted] = transition(of, state, event)
    state = next
    effects.push(...wanted)
  }
  return { state, effects, sent: effects.filter((effect) => effect.type === 'send') }
}

const begin: readonly SignInEvent[] = [
  { type: 'start', input },
  { type: 'computed', authParameters: input.parameters },
]

it('goes from a password to tokens without a challenge', () => {
  const { effects, state } = walk([...begin, replied(tokens)])
  expect(effects.map(({ type }) => type)).toEqual(['compute', 'send', 'end'])
  expect(state).toMatchObject({
    phase: 'done',
    outcome: { kind: 'tokens', username: 'ana@example.com' },
  })
})

it('answers each challenge with the newest session (an old one is refused)', () => {
  const { sent } = walk([
    ...begin,
    replied(challenged('NEW_PASSWORD_REQUIRED', 'session-one')),
    { type: 'answered', by: 'person', answers: { NEW_PASSWORD: Secret.of('password', 'new') } },
    replied(challenged('SMS_MFA', 'session-two')),
    code('123456'),
    replied(tokens),
  ])
  const sessions = sent.map(({ request }) => request.input['Session'])
  expect(sessions.map((session) => session && reveal(session as Secret))).toEqual([
    undefined,
    'session-one',
    'session-two',
  ])
})

it('continues with USER_ID_FOR_SRP once it is known (an alias fails in email pools)', () => {
  const { sent, state } = walk([
    ...begin,
    replied(challenged('PASSWORD_VERIFIER', 'one', { USER_ID_FOR_SRP: 'sub-1' })),
    { type: 'answered', by: 'person', answers: { TIMESTAMP: 't' } },
    replied(challenged('SMS_MFA', 'two')),
    code('123456'),
    replied(tokens),
  ])
  const names = sent
    .slice(1)
    .map(({ request }) => request.input['ChallengeResponses'] as Record<string, unknown>)
  expect(names.map(({ USERNAME }) => USERNAME)).toEqual(['sub-1', 'sub-1'])
  expect(state).toMatchObject({ outcome: { kind: 'tokens', username: 'sub-1' } })
})

it('stops after 100 calls when a server asks again and again', () => {
  const again = Array.from({ length: maxCalls }, (_, index) => [
    replied(challenged('SMS_MFA', `session-${String(index)}`)),
    code('123456'),
  ])
  const { sent, state } = walk([...begin, ...again.flat()])
  expect(sent).toHaveLength(maxCalls)
  expect(state).toMatchObject({ phase: 'done', outcome: { kind: 'not sent' } })
})

it('keeps the session after a wrong code, so that another code can be sent', () => {
  const { effects, sent, state } = walk([
    ...begin,
    replied(challenged('SMS_MFA', 'kept')),
    code('000000'),
    replied(refused('CodeMismatchException')),
    code('123456'),
  ])
  expect(effects.filter(({ type }) => type === 'prompt')).toHaveLength(2)
  expect(sent.slice(1).map(({ request }) => reveal(request.input['Session'] as Secret))).toEqual([
    'kept',
    'kept',
  ])
  expect(state.phase).toBe('sending')
})

it.each([
  ['CodeMismatchException', 'awaiting-answer'],
  ['ExpiredCodeException', 'awaiting-answer'],
  ['InvalidPasswordException', 'awaiting-answer'],
  ['PasswordHistoryPolicyViolationException', 'awaiting-answer'],
  ['InvalidParameterException', 'awaiting-answer'],
  ['TooManyRequestsException', 'awaiting-answer'],
  ['InternalErrorException', 'awaiting-answer'],
  ['NotAuthorizedException', 'done'],
  ['UserLambdaValidationException', 'done'],
  ['PasswordResetRequiredException', 'done'],
  ['SomethingNewException', 'done'],
])('after %s of a challenge answer it is %s', (error, step) => {
  const { state } = walk([
    ...begin,
    replied(challenged('SMS_MFA', 'one')),
    code('000000'),
    replied(refused(error)),
  ])
  expect(state.phase).toBe(step)
})

it('never prompts after InitiateAuth was refused, since there is no session yet', () => {
  for (const error of ['TooManyRequestsException', 'InvalidParameterException']) {
    const { state } = walk([...begin, replied(refused(error))])
    expect(state).toMatchObject({ phase: 'done', outcome: { kind: 'refused', error } })
  }
})

it('prompts for a challenge that the catalogue does not know', () => {
  const { effects, state } = walk([...begin, replied(challenged('RETINA_SCAN', 'one'))])
  expect(effects.at(-1)).toMatchObject({ type: 'prompt', pending: { name: 'RETINA_SCAN' } })
  expect(sessionOf(state) && reveal(sessionOf(state) as Secret)).toBe('one')
})

it('answers a challenge that has no session, as PASSWORD_VERIFIER may', () => {
  const { sent } = walk([
    ...begin,
    replied({ kind: 'challenged', name: 'X', parameters: {}, availableChallenges: [] }),
    { type: 'answered', by: 'person', answers: {} },
  ])
  expect(sent[1]?.request.input).not.toHaveProperty('Session')
})

it('sends the answer’s own ClientMetadata, since InitiateAuth’s reaches other triggers', () => {
  const { sent } = walk([
    ...begin,
    replied(challenged('SMS_MFA', 'one')),
    { type: 'answered', by: 'person', answers: {}, clientMetadata: { of: 'answer' } },
    replied(challenged('SMS_MFA', 'two')),
    { type: 'answered', by: 'person', answers: {} },
  ])
  expect(sent.map(({ request }) => request.input['ClientMetadata'])).toEqual([
    { of: 'InitiateAuth' },
    { of: 'answer' },
    undefined,
  ])
})

it('ends in any state when it is cancelled, and stays ended', () => {
  const cancel: SignInEvent = { type: 'cancelled' }
  for (const events of [[], begin, [...begin, replied(challenged('SMS_MFA', 'one'))]]) {
    const { state } = walk([...events, cancel])
    expect(state).toMatchObject({ phase: 'done', outcome: { kind: 'failed', code: 'cancelled' } })
  }
  const { effects } = walk([...begin, replied(tokens), cancel, replied(tokens)])
  expect(effects.filter(({ type }) => type === 'end')).toHaveLength(1)
})

it('ends with the failure when nothing could be sent or no response arrived', () => {
  expect(
    walk([
      { type: 'start', input },
      { type: 'not computable', message: 'Password is missing.' },
    ]).state,
  ).toMatchObject({ outcome: { kind: 'not sent', message: 'Password is missing.' } })
  expect(
    walk([
      ...begin,
      { type: 'failed', failure: { kind: 'failed', code: 'reset', message: 'gone' } },
    ]).state,
  ).toMatchObject({ outcome: { code: 'reset' } })
  expect(
    walk([...begin, replied({ kind: 'unreadable', reason: 'html', status: 200, detail: '' })])
      .state,
  ).toMatchObject({ outcome: { kind: 'unreadable' } })
})

it('accepts events in any order without throwing, and ends at most once', () => {
  const event = fc.constantFrom<SignInEvent>(
    ...begin,
    { type: 'not computable', message: '' },
    replied(challenged('SMS_MFA', 'one')),
    replied(refused('CodeMismatchException')),
    replied(tokens),
    { type: 'failed', failure: { kind: 'failed', code: 'tls', message: '' } },
    code('1'),
    { type: 'cancelled' },
  )
  fc.assert(
    fc.property(fc.array(event, { maxLength: 12 }), (events) => {
      const { effects, state } = walk(events)
      expect(effects.filter(({ type }) => type === 'end').length).toBe(
        state.phase === 'done' ? 1 : 0,
      )
    }),
  )
})

it('numbers its calls, and says who decided on each', () => {
  const { effects, state } = walk([
    ...begin,
    replied(challenged('PASSWORD_VERIFIER', 'one')),
    { type: 'answered', by: 'automatic', answers: { TIMESTAMP: 't' } },
    replied(challenged('SMS_MFA', 'two')),
    code('000000'),
    replied(refused('CodeMismatchException')),
    code('123456'),
    replied(tokens),
    { type: 'called', request: { operation: 'GetUser', input: {} } },
  ])
  expect(effects.flatMap((one) => (one.type === 'send' ? `${one.step} ${one.by}` : []))).toEqual([
    '1 person',
    '2 automatic',
    '3 person',
    '4 person',
    '5 person',
  ])
  const prompts = effects.flatMap((one) => (one.type === 'prompt' ? [one] : []))
  expect(prompts.map(({ again, step }) => [step, again])).toEqual([
    [2, false],
    [3, false],
    [4, true],
  ])
  expect(state).toMatchObject({ phase: 'done', step: 5, outcome: { kind: 'tokens' } })
})

it('makes no account call before its sign-in has ended', () => {
  const called: SignInEvent = { type: 'called', request: { operation: 'GetUser', input: {} } }
  const { sent } = walk([...begin, called])
  expect(sent).toHaveLength(1)
  expect(walk([called, replied(tokens)]).state).toMatchObject({ outcome: { kind: 'tokens' } })
})
