import { expect, it } from 'vitest'
import { challenges } from '../catalogue/challenges/index.ts'
import { reveal, Secret } from '../secret/secret.ts'
import type { Answer } from '../wire/read-answer.ts'
import type { AppClient } from '../wire/app-client.ts'
import type { SignInInput } from '../wire/sign-in-input.ts'
import { transition, type Effect, type SignInEvent, type SignInState } from './transition.ts'

const client: AppClient = { userPoolId: 'eu-west-1_Pool', clientId: 'client1' }
const input: SignInInput = { flow: 'USER_PASSWORD_AUTH', parameters: { USERNAME: 'ana' } }
const secretCode = 'AUTHSCOPEPRACTICETOTPSECRETTHATGUARDSNOTHINGATALL22A'

const setUp = (factors: readonly string[]): SignInEvent => ({
  type: 'replied',
  answer: {
    kind: 'challenged',
    name: 'MFA_SETUP',
    session: Secret.of('session', 'one'),
    parameters: { MFAS_CAN_SETUP: JSON.stringify(factors), USER_ID_FOR_SRP: 'sub-1' },
    availableChallenges: [],
  },
})

const accepted = (session: string, values: Record<string, string>): SignInEvent => ({
  type: 'replied',
  answer: { kind: 'accepted', session: Secret.of('session', session), values, members: {} },
})

const associated = accepted('two', { SecretCode: secretCode })
const refused = (error: string): SignInEvent => ({
  type: 'replied',
  answer: { kind: 'refused', error, message: 'no', status: 400 } satisfies Answer,
})
const code = (UserCode: string): SignInEvent => ({
  type: 'answered',
  by: 'person',
  answers: { UserCode: Secret.of('code', UserCode), FriendlyDeviceName: 'phone' },
})

function walk(...events: readonly SignInEvent[]) {
  let state: SignInState = { phase: 'new' }
  const effects: Effect[] = []
  const begin: SignInEvent[] = [
    { type: 'start', input },
    { type: 'computed', authParameters: input.parameters },
  ]
  for (const event of [...begin, ...events]) {
    const [next, wanted] = transition(client, state, event)
    state = next
    effects.push(...wanted)
  }
  const calls = effects.flatMap((effect) => (effect.type === 'send' ? [effect.request] : []))
  return {
    state,
    effects,
    calls: calls.slice(1).map(({ input: members, operation }) => ({
      operation,
      session: members['Session'] instanceof Secret ? reveal(members['Session']) : undefined,
      members,
    })),
  }
}

it('gets the secret before it prompts, and answers with the session of VerifySoftwareToken', () => {
  const { calls, effects } = walk(
    setUp(['SOFTWARE_TOKEN_MFA', 'SMS_MFA']),
    associated,
    code('123456'),
    accepted('three', { Status: 'SUCCESS' }),
  )
  expect(calls.map(({ operation, session }) => [operation, session])).toEqual([
    ['AssociateSoftwareToken', 'one'],
    ['VerifySoftwareToken', 'two'],
    ['RespondToAuthChallenge', 'three'],
  ])
  expect(effects.filter(({ type }) => type === 'prompt')).toHaveLength(1)
  expect(calls[1]?.members).toMatchObject({ FriendlyDeviceName: 'phone' })
})

it('sends the answer with USERNAME alone, since the code belongs to VerifySoftwareToken', () => {
  const { calls } = walk(
    setUp(['SOFTWARE_TOKEN_MFA']),
    associated,
    code('123456'),
    accepted('three', { Status: 'SUCCESS' }),
  )
  expect(calls.at(-1)?.members['ChallengeResponses']).toEqual({ USERNAME: 'sub-1' })
})

it.each(['EnableSoftwareTokenMFAException', 'CodeMismatchException'])(
  'prompts again in the same session after %s of the first code',
  (error) => {
    const { calls, state } = walk(
      setUp(['SOFTWARE_TOKEN_MFA']),
      associated,
      code('000000'),
      refused(error),
      code('123456'),
    )
    expect(calls.map(({ operation, session }) => [operation, session]).slice(1)).toEqual([
      ['VerifySoftwareToken', 'two'],
      ['VerifySoftwareToken', 'two'],
    ])
    expect(state.phase).toBe('sending')
  },
)

it('prompts again when VerifySoftwareToken answers 200 with Status ERROR', () => {
  const { effects, state } = walk(
    setUp(['SOFTWARE_TOKEN_MFA']),
    associated,
    code('000000'),
    accepted('three', { Status: 'ERROR' }),
  )
  expect(state.phase).toBe('awaiting-answer')
  expect(effects.at(-1)?.type).toBe('prompt')
})

it('lets the user choose when email is possible too, and then gets the secret', () => {
  const first = walk(setUp(['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP']))
  expect(first.calls).toEqual([])
  expect(first.state.phase).toBe('awaiting-answer')
  const chosen = walk(
    setUp(['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP']),
    { type: 'answered', by: 'person', answers: { FACTOR: 'SOFTWARE_TOKEN_MFA' } },
    associated,
  )
  expect(chosen.calls.map(({ operation }) => operation)).toEqual(['AssociateSoftwareToken'])
  expect(chosen.state.phase).toBe('awaiting-answer')
})

it('sets up email with EMAIL in the answer, without AssociateSoftwareToken', () => {
  const { calls } = walk(setUp(['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP']), {
    type: 'answered',
    by: 'person',
    answers: { FACTOR: 'EMAIL_OTP', EMAIL: 'ana@example.com' },
  })
  expect(calls.map(({ operation, members }) => [operation, members['ChallengeResponses']])).toEqual(
    [['RespondToAuthChallenge', { USERNAME: 'sub-1', EMAIL: 'ana@example.com' }]],
  )
})

it('ends when the session is refused during set-up', () => {
  const { state } = walk(setUp(['SOFTWARE_TOKEN_MFA']), refused('NotAuthorizedException'))
  expect(state).toMatchObject({ phase: 'done', outcome: { kind: 'refused' } })
})

it('shows the secret and the otpauth URI as secrets, with the username escaped', () => {
  const shown = challenges.get('MFA_SETUP')?.shows?.({
    kind: 'challenged',
    name: 'MFA_SETUP',
    parameters: { SecretCode: secretCode },
    availableChallenges: [],
    username: 'ana & co',
  })
  const values = shown?.map(({ value }) => (value instanceof Secret ? reveal(value) : ''))
  expect(values).toEqual([
    secretCode,
    `otpauth://totp/Cognito:ana%20%26%20co?secret=${secretCode}&issuer=Cognito`,
  ])
})
