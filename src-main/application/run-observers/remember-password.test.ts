import { expect, it } from 'vitest'
import { reveal, Secret } from '#engine/secret/secret.ts'
import type { TraceEvent } from '#engine/trace/event.ts'
import type { ProfileRunRequest } from '#main/runs/run-dependencies.ts'
import { rememberPassword } from './remember-password.ts'

const secret = (text: string) => Secret.of('password', text)

const request = (typed?: ProfileRunRequest['typed']): ProfileRunRequest => ({
  profileId: 'one',
  region: 'us-east-1',
  client: { userPoolId: 'us-east-1_A', clientId: 'c' },
  target: {
    profileName: '',
    region: 'us-east-1',
    userPoolId: 'us-east-1_A',
    clientId: 'c',
    endpoint: '',
    practice: false,
  },
  input: { flow: 'USER_PASSWORD_AUTH', parameters: { USERNAME: 'ann' } },
  known: {},
  automatic: {},
  timeoutMs: 1,
  ...(typed && { typed }),
})

const sent: TraceEvent = {
  type: 'sent',
  at: 0,
  step: 1,
  operation: 'InitiateAuth',
  by: 'person',
}
const refused: TraceEvent = {
  type: 'answered',
  at: 0,
  step: 1,
  durationMs: 1,
  answer: {
    kind: 'refused',
    status: 400,
    error: 'NotAuthorizedException',
    message: 'Incorrect username or password.',
  },
}
const ended = (outcome: 'tokens' | 'refused'): TraceEvent => ({ type: 'ended', at: 0, outcome })

function observed() {
  const done: string[] = []
  const observer = rememberPassword({
    remember: (profileId, username, { PASSWORD }) => {
      done.push(`${profileId} ${username} ${PASSWORD ? reveal(PASSWORD) : 'nothing typed'}`)
      return () => {
        done.push('taken back')
      }
    },
  })
  return { done, observer }
}

it('a typed password is remembered, and taken back when the service says that it is wrong', () => {
  const { done, observer } = observed()
  observer.begun?.('r', request({ username: 'ann', secrets: { PASSWORD: secret('wrong') } }))
  for (const event of [sent, refused, ended('refused')]) observer.event?.('r', event)
  expect(done).toEqual(['one ann wrong', 'taken back'])
})

it('a password that another call’s code or device proof is refused for is kept', () => {
  const { done, observer } = observed()
  observer.begun?.('r', request({ username: 'ann', secrets: { PASSWORD: secret('right') } }))
  observer.event?.('r', { ...sent, challenge: 'DEVICE_PASSWORD_VERIFIER' })
  observer.event?.('r', refused)
  expect(done).toEqual(['one ann right'])
})

it('a password whose proof was spoiled by an injected fault is kept', () => {
  const { done, observer } = observed()
  observer.begun?.('r', request({ username: 'ann', secrets: { PASSWORD: secret('right') } }))
  observer.event?.('r', { ...sent, fault: 'A wrong proof' })
  observer.event?.('r', refused)
  expect(done).toEqual(['one ann right'])
})

it('a new password is remembered only once the sign-in accepted it', () => {
  const { done, observer } = observed()
  observer.begun?.('weak', request())
  observer.answering?.('weak', { NEW_PASSWORD: secret('weak') })
  observer.event?.('weak', ended('refused'))
  expect(done).toEqual([])
  observer.begun?.('good', request())
  observer.answering?.('good', { NEW_PASSWORD: secret('good') })
  observer.event?.('good', ended('tokens'))
  expect(done).toEqual(['one ann good'])
})

it('a repeated sign-in takes back nothing, since it has the inputs of an earlier one', () => {
  const { done, observer } = observed()
  observer.begun?.('r', request())
  for (const event of [sent, refused, ended('refused')]) observer.event?.('r', event)
  expect(done).toEqual([])
})
