import { expect, it } from 'vitest'
import { sampleTrace } from '../vectors/sample-trace.ts'
import { diagnose } from './diagnose.ts'

/** The sample, whose first call has this input and is refused because there is no such user. */
function causeOf(input: object) {
  const events = sampleTrace().trace.events.map((event) => {
    if (!('step' in event) || event.step !== 1) return event
    if (event.type === 'attempted')
      return { ...event, attempt: { ...event.attempt, requestBody: JSON.stringify(input) } }
    if (event.type !== 'answered') return event
    const refusal = { error: 'UserNotFoundException', message: 'User does not exist.' }
    return { ...event, answer: { kind: 'refused' as const, ...refusal, status: 400 } }
  })
  return diagnose(events).find(({ code }) => code === 'AS1114')
}

it('a token whose user does not exist is of a deleted user, not of a mistyped name', () => {
  for (const input of [
    { AccessToken: '‹access token 1a2b›' },
    { AuthParameters: { REFRESH_TOKEN: '‹refresh token 1a2b›' } },
  ]) {
    const cause = causeOf(input)
    expect(cause?.title).toBe('The user of this token was deleted')
    expect(JSON.stringify(cause?.next)).not.toContain('Check the username')
  }
  expect(causeOf({ AuthParameters: { USERNAME: '‹user 1a2b›' } })?.title).toBe(
    'There is no such user in this pool',
  )
})
