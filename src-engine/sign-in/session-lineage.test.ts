import fc from 'fast-check'
import { expect, it } from 'vitest'
import { challenges } from '../catalogue/challenges/index.ts'
import { reveal, Secret } from '../secret/secret.ts'
import type { Answer } from '../wire/read-answer.ts'
import type { AppClient } from '../wire/app-client.ts'
import type { SignInInput } from '../wire/sign-in-input.ts'
import { transition, type SignInState } from './transition.ts'

const client: AppClient = { userPoolId: 'eu-west-1_Pool', clientId: 'client1' }
const input: SignInInput = { flow: 'USER_AUTH', parameters: { USERNAME: 'ana' } }

/** What a person does, or a server answers, whichever comes next. */
const move = fc.record({
  challenge: fc.constantFrom(...challenges.keys(), 'RETINA_SCAN'),
  reply: fc.constantFrom('challenged', 'kept', 'kept', 'lost', 'tokens' as const),
  answers: fc.constantFrom(
    {},
    { FACTOR: 'SOFTWARE_TOKEN_MFA' },
    { UserCode: '123456' },
    { ANSWER: 'PASSWORD' },
  ),
  setUp: fc.constantFrom('["SOFTWARE_TOKEN_MFA"]', '["SOFTWARE_TOKEN_MFA","EMAIL_OTP"]', '[]'),
})

it('sends the newest session with every call, and never one that was accepted before', () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
      let state = { phase: 'new' } as SignInState
      let issued = 0
      let newest: string | undefined
      const spent = new Set<string>()
      const session = () => Secret.of('session', (newest = `session ${String(++issued)}`))
      const step = (event: Parameters<typeof transition>[2]) => {
        const [next, effects] = transition(client, state, event)
        state = next
        for (const effect of effects) {
          if (effect.type !== 'send') continue
          const sent = effect.request.input['Session']
          const text = sent instanceof Secret ? reveal(sent) : undefined
          expect(text).toBe(newest)
          if (text !== undefined) expect(spent.has(text)).toBe(false)
        }
      }
      const answerOf = ({ challenge, reply, setUp }: (typeof moves)[number]): Answer => {
        if (reply === 'tokens') return { kind: 'tokens', tokens: {} }
        if (reply === 'kept' || reply === 'lost')
          return {
            kind: 'refused',
            error: reply === 'kept' ? 'CodeMismatchException' : 'NotAuthorizedException',
            message: '',
            status: 400,
          }
        if (newest !== undefined) spent.add(newest)
        if (state.phase === 'sending' && state.before)
          return {
            kind: 'accepted',
            session: session(),
            values: { SecretCode: 'A'.repeat(16) },
            members: {},
          }
        return {
          kind: 'challenged',
          name: challenge,
          session: session(),
          parameters: { MFAS_CAN_SETUP: setUp },
          availableChallenges: [],
        }
      }
      step({ type: 'start', input })
      step({ type: 'computed', authParameters: input.parameters })
      for (const one of moves) {
        if (state.phase === 'sending') step({ type: 'replied', answer: answerOf(one) })
        else if (state.phase === 'awaiting-answer')
          step({ type: 'answered', by: 'person', answers: one.answers })
      }
    }),
    { numRuns: 300 },
  )
})
