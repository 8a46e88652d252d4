import { expect, it } from 'vitest'
import { whyWithoutCalls } from './without-calls.ts'

it.each([
  ['[DEBUG] 26:51.123 AuthClass - configure\n', 'Amplify'],
  ['starting\n[DEBUG] 05:02.7 Amplify amplify config { Auth: {} }\n', 'Amplify'],
  ['{"resourceSpans":[{"resource":{}}]}', 'OpenTelemetry'],
  ['{"Records": [{"eventVersion": "1.08", "eventName": "InitiateAuth"}]}', 'CloudTrail'],
  ['{"Events": [{"EventId": "1", "CloudTrailEvent": "{}"}]}', 'CloudTrail'],
  ['{\n    "eventVersion": "1.08",\n    "userIdentity": {}}', 'CloudTrail'],
])('%j is refused with what to do instead', (text, tool) => {
  expect(whyWithoutCalls(text)).toContain(tool)
  expect(whyWithoutCalls(text)).toContain('watch the application')
})

it('says how an encrypted history is added', () => {
  expect(whyWithoutCalls('age-encryption.org/v1\n-> scrypt abc 18\n')).toContain(
    'Import an encrypted history',
  )
})

it('says nothing of other files', () => {
  for (const text of ['', '{"log":{}}', 'DEBUG:botocore.hooks:x', '[DEBUG] something'])
    expect(whyWithoutCalls(text)).toBeUndefined()
})
