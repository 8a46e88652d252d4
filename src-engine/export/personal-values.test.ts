import { expect, test } from 'vitest'
import type { TraceEvent } from '../trace/event.ts'
import { sampleTrace } from '../vectors/sample-trace.ts'
import { PersonalRules } from './personal-rules.ts'
import { personalValues } from './personal-values.ts'
import { standardRedaction } from './redaction-profile.ts'

test('the options of a passkey and what it signed are personal values', () => {
  const { trace } = sampleTrace()
  const attempted = trace.events.find((event) => event.type === 'attempted')!
  const { response } = attempted.attempt
  const options = {
    rp: { id: 'auth.example.com', name: 'auth.example.com' },
    user: { id: 'c3ViLW9mLWFkYQ', name: 'ada-in-options', displayName: 'Ada in options' },
  }
  const body = JSON.stringify({ CredentialCreationOptions: options })
  const events: TraceEvent[] = [
    { ...attempted, attempt: { ...attempted.attempt, response: { ...response!, body } } },
    {
      type: 'computed',
      at: 1,
      step: 2,
      what: 'WEB_AUTHN',
      durationMs: 1,
      values: [{ name: 'userHandle', value: 'sub-of-ada', note: '' }],
    },
  ]
  const found = personalValues(
    { ...trace, events },
    new PersonalRules({ ...standardRedaction, replaced: [] }),
  )
  expect(Object.fromEntries(found)).toMatchObject({
    c3ViLW9mLWFkYQ: 'sub',
    'ada-in-options': 'user',
    'Ada in options': 'user',
    'sub-of-ada': 'sub',
  })
  expect([...found.keys()]).not.toContain('auth.example.com')
})
