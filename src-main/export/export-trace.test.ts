import { expect, test } from 'vitest'
import { Secret } from '#engine/secret/secret.ts'
import type { TraceEvent } from '#engine/trace/event.ts'
import type { StoredRun } from '#main/trace-store/trace-store.ts'
import { exportFileName, exportTrace } from './export-trace.ts'

const password = 'Canary-"Pässword"-1!'
const wire = `{"AuthParameters":{"USERNAME":"ada", "PASSWORD":"Canary-\\"P\\u00e4ssword\\"-1!"}}`
const mark = '‹password 1a2b›'

const stored = (more: Partial<StoredRun> = {}): StoredRun => ({
  run: {
    runId: 'r',
    profileId: 'p',
    profileName: 'Städtische Werke / EU (Staging)',
    startedAt: Date.UTC(2026, 10, 23, 4, 5, 6),
    flow: 'USER_PASSWORD_AUTH',
    username: 'ada',
    state: 'refused',
    calls: 1,
    practice: false,
    origin: 'performed',
  },
  events: [
    {
      type: 'started',
      at: 1,
      version: 3,
      traceId: 't',
      application: 'Authscope 0.0.0',
      flow: 'USER_PASSWORD_AUTH',
      username: 'ada',
      target: {
        profileName: 'Staging',
        region: 'eu-west-1',
        userPoolId: 'eu-west-1_Pool',
        clientId: 'client',
        endpoint: '',
        practice: false,
      },
    },
    {
      type: 'attempted',
      at: 2,
      step: 1,
      attempt: {
        number: 1,
        at: 2,
        method: 'POST',
        url: 'https://cognito-idp.eu-west-1.amazonaws.com/',
        requestHeaders: [],
        requestBody: `{"AuthParameters":{"USERNAME":"ada", "PASSWORD":"${mark}"}}`,
        requestSize: wire.length,
        phases: {},
        connection: { reused: false },
      },
    },
  ],
  secrets: new Map([[mark, Secret.of('password', password)]]),
  bytes: [{ step: 1, attempt: 1, request: Buffer.from(wire), response: undefined }],
  ...more,
})

test.each(['har', 'json'] as const)(
  'a redacted %s contains no secret and no username',
  (format) => {
    const text = exportTrace(stored(), { format, redacted: true })
    expect(text).toContain(mark)
    expect(text).not.toMatch(/Canary|"ada"/)
  },
)

test('an event that contains a secret is not exported', () => {
  const slipped: TraceEvent = { type: 'ended', at: 3, outcome: 'refused', message: password }
  expect(() =>
    exportTrace(stored({ events: [...stored().events, slipped] }), {
      format: 'json',
      redacted: true,
    }),
  ).toThrow('not written')
})

test('an unredacted export equals what was sent', () => {
  const text = exportTrace(stored(), { format: 'json', redacted: false })
  const { events } = JSON.parse(text) as { events: TraceEvent[] }
  expect(events[1]).toMatchObject({ attempt: { requestBody: wire } })
})

test('an export’s file name is valid on every system', () => {
  expect(exportFileName(stored())).toBe('authscope-stadtische-werke-eu-staging-20261123-040506')
  const { run } = stored()
  expect(exportFileName(stored({ run: { ...run, profileName: '生产' } }))).toBe(
    'authscope-sign-in-20261123-040506',
  )
})
