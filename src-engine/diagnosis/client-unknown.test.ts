import { expect, it } from 'vitest'
import type { TraceEvent } from '../trace/event.ts'
import { diagnose } from './diagnose.ts'

const aws = 'https://cognito-idp.eu-west-1.amazonaws.com/'
const node =
  'aws-sdk-js/3.1169.0 ua/2.1 os/linux#6 lang/js md/nodejs#22.1.0 api/cognito-identity-provider#3.1169.0'

const refusedAfter = (agent: string, url = aws) =>
  [
    { type: 'started', at: 0, flow: 'USER_PASSWORD_AUTH', username: 'ana' },
    { type: 'sent', at: 1, step: 1, operation: 'InitiateAuth', by: 'application' },
    {
      type: 'attempted',
      at: 2,
      step: 1,
      attempt: { number: 1, url, requestBody: '', requestHeaders: [['User-Agent', agent]] },
    },
    {
      type: 'answered',
      at: 3,
      step: 1,
      durationMs: 1,
      answer: {
        kind: 'refused',
        error: 'ResourceNotFoundException',
        message: 'User pool client abc does not exist.',
        status: 400,
      },
    },
  ] as unknown as readonly TraceEvent[]

const advice = (events: readonly TraceEvent[]) => {
  const [cause] = diagnose(events)
  expect(cause?.code).toBe('AS1001')
  return cause?.next.filter(({ kind }) => kind === 'advice').map(({ text }) => text)
}

it('names the option that ignores endpoint_url when the SDK in Node asked AWS for an unknown client', () => {
  expect(advice(refusedAfter(node))).toEqual([
    expect.stringContaining('ignores the profile’s endpoint_url'),
  ])
})

it.each([
  ['a browser', refusedAfter('Mozilla/5.0')],
  ['Authscope itself', refusedAfter(`${node} app/authscope`)],
  ['an emulator that was reached', refusedAfter(node, 'http://127.0.0.1:9229/')],
])('says nothing of emulators for %s', (_, events) => {
  expect(advice(events)).toEqual([])
})
