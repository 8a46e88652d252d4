// What no generated code computes is named in it, with what to do, instead of being computed wrongly.
import { describe, expect, test } from 'vitest'
import { exportFormats } from '#engine/export/formats/index.ts'
import { sampleRun } from '#main/trace-store/sample-run-under-test.ts'
import type { StoredRun } from '#main/trace-store/trace-store.ts'
import { exportTrace } from './export-trace.ts'

const noCode: ReadonlySet<string> = new Set(['har', 'json', 'markdown', 'svg', 'png', 'recipe'])
const code = exportFormats.flatMap(({ id }) => (noCode.has(id) ? [] : [id]))

/** The sample with another second call. */
function withCall(operation: string, input: object): StoredRun {
  const run = sampleRun('one')
  const requestBody = JSON.stringify({ ClientId: '1example23456789', ...input })
  const events = run.events.map((event): typeof event => {
    if (!('step' in event) || event.step === 1) return event
    if (event.type === 'sent') return { ...event, operation }
    if (event.type === 'attempted') return { ...event, attempt: { ...event.attempt, requestBody } }
    return event
  })
  return { ...run, events }
}

const answered = (ChallengeName: string, responses: Readonly<Record<string, string>>) =>
  withCall('RespondToAuthChallenge', {
    ChallengeName,
    ChallengeResponses: { USERNAME: 'device', ...responses },
  })

const device = { DEVICE_KEY: 'us-east-1_6f0f1c1e-1c1c-4a7b-9d5b-0d3f0f5d7c11' }
const cases = [
  {
    name: 'DEVICE_SRP_AUTH',
    run: answered('DEVICE_SRP_AUTH', { ...device, SRP_A: 'ABCDEF' }),
    note: /SRP proof of a remembered device.*device SRP of your SDK/,
    variables: ['COGNITO_DEVICE_SRP_A'],
  },
  {
    name: 'DEVICE_PASSWORD_VERIFIER',
    run: answered('DEVICE_PASSWORD_VERIFIER', {
      ...device,
      PASSWORD_CLAIM_SIGNATURE: 'c2lnbmF0dXJl',
      TIMESTAMP: 'Sat Nov 28 10:00:00 UTC 2026',
      PASSWORD_CLAIM_SECRET_BLOCK: 'YmxvY2s=',
    }),
    note: /SRP proof of a remembered device.*device SRP of your SDK/,
    variables: ['COGNITO_DEVICE_PASSWORD_CLAIM_SIGNATURE', 'COGNITO_DEVICE_TIMESTAMP'],
  },
  {
    name: 'WEB_AUTHN',
    run: answered('WEB_AUTHN', { CREDENTIAL: '{"id":"abc"}' }),
    note: /passkey signs each challenge again.*navigator\.credentials\.get/,
    variables: ['COGNITO_CREDENTIAL'],
  },
  {
    name: 'ConfirmDevice',
    run: withCall('ConfirmDevice', {
      AccessToken: 'canary',
      DeviceKey: device.DEVICE_KEY,
      DeviceSecretVerifierConfig: { PasswordVerifier: 'dmVyaWZpZXI=', Salt: 'c2FsdA==' },
    }),
    note: /verifier of a new device.*device SRP of your SDK/,
    variables: ['COGNITO_DEVICE_PASSWORD_VERIFIER', 'COGNITO_DEVICE_SALT'],
  },
  {
    name: 'CompleteWebAuthnRegistration',
    run: withCall('CompleteWebAuthnRegistration', {
      AccessToken: 'canary',
      Credential: { id: 'abc', type: 'public-key' },
    }),
    note: /passkey is created for one registration.*navigator\.credentials\.create/,
    variables: [],
  },
]

test('every format that is left out is a format', () => {
  expect(code).toHaveLength(exportFormats.length - noCode.size)
})

describe.each(cases)('$name', ({ note, run, variables }) => {
  test.each(code)('is named as not computed in %s, and its values are variables', (format) => {
    const text = exportTrace(run, { format, redacted: true })
    expect(text).toMatch(note)
    for (const variable of variables) expect(text).toContain(variable)
  })
})
