import { expect, it } from 'vitest'
import type { TraceEvent } from '../trace/event.ts'
import { diagnose } from './diagnose.ts'

const target = { profileName: '', region: 'eu-west-1', endpoint: '', clientId: '', userPoolId: '' }
const answered = { type: 'answered', durationMs: 1 }
const events = [
  {
    type: 'started',
    at: 0,
    flow: 'USER_SRP_AUTH',
    username: 'ana',
    target: { ...target, practice: false },
  },
  { type: 'sent', at: 1, step: 1, operation: 'InitiateAuth', by: 'application' },
  { ...answered, at: 2, step: 1, answer: { kind: 'tokens', tokens: [], newDevice: false } },
  { type: 'sent', at: 3, step: 2, operation: 'InitiateAuth', by: 'application' },
  {
    type: 'attempted',
    at: 4,
    step: 2,
    attempt: {
      number: 1,
      url: 'https://cognito-idp.eu-west-1.amazonaws.com/',
      requestBody: '{"AuthFlow":"REFRESH_TOKEN_AUTH"}',
      requestHeaders: [],
    },
  },
  {
    ...answered,
    at: 5,
    step: 2,
    answer: {
      kind: 'refused',
      status: 400,
      error: 'InvalidParameterException',
      message: 'Auth flow not enabled for this client',
    },
  },
] as unknown as readonly TraceEvent[]

it('a refused refresh after a sign-in is explained as a refresh, whatever flow came first', () => {
  const causes = diagnose(events)
  expect(causes.map(({ code }) => code)).toContain('AS1008')
  expect(JSON.stringify(causes)).not.toContain('Try USER_')
})
