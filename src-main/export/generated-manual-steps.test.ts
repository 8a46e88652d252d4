// What no generated code computes is named in it, with what to do, instead of being computed wrongly.
import { describe, expect, test } from 'vitest'
import { exportFormats } from '#engine/export/formats/index.ts'
import { sampleRun } from '#main/trace-store/sample-run-under-test.ts'
import type { StoredRun } from '#main/trace-store/trace-store.ts'
import { exportTrace } from './export-trace.ts'

const noCode: ReadonlySet<string> = new Set(['har', 'json', 'markdown', 'svg', 'png', 'recipe'])
const code = exportFormats.flatMap(({ id }) => (noCode.has(id) ? [] : [id]))

/** The sample, with another answer to its challenge. */
function answered(challenge: string, responses: Readonly<Record<string, string>>): StoredRun {
  const run = sampleRun('one')
  const body = JSON.stringify({
    ChallengeName: challenge,
    ClientId: '1example23456789',
    ChallengeResponses: { USERNAME: 'device', ...responses },
  })
  const events = run.events.map((event) =>
    event.type === 'attempted' && event.step > 1
      ? { ...event, attempt: { ...event.attempt, requestBody: body } }
      : event,
  )
  return { ...run, events }
}

const device = { DEVICE_KEY: 'us-east-1_6f0f1c1e-1c1c-4a7b-9d5b-0d3f0f5d7c11' }
const cases = [
  [
    'DEVICE_SRP_AUTH',
    { ...device, SRP_A: 'ABCDEF' },
    /SRP proof of a remembered device.*device SRP of your SDK/,
    'COGNITO_DEVICE_SRP_A',
  ],
  [
    'DEVICE_PASSWORD_VERIFIER',
    {
      ...device,
      PASSWORD_CLAIM_SIGNATURE: 'c2lnbmF0dXJl',
      TIMESTAMP: 'Sat Nov 28 10:00:00 UTC 2026',
      PASSWORD_CLAIM_SECRET_BLOCK: 'YmxvY2s=',
    },
    /SRP proof of a remembered device.*device SRP of your SDK/,
    'COGNITO_DEVICE_PASSWORD_CLAIM_SIGNATURE',
  ],
  [
    'WEB_AUTHN',
    { CREDENTIAL: '{"id":"abc"}' },
    /passkey signs each challenge again.*navigator\.credentials\.get/,
    'COGNITO_CREDENTIAL',
  ],
] as const

test('every format of code is looked at', () => {
  expect(code).toHaveLength(14)
})

describe.each(cases)('%s', (challenge, responses, note, variable) => {
  test.each(code)('is named as not computed in %s, and its value is asked for', (format) => {
    const text = exportTrace(answered(challenge, responses), { format, redacted: true })
    expect(text).toMatch(note)
    expect(text).toContain(variable)
  })
})
