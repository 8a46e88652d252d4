import { expect, test } from 'vitest'
import type { Trace, TraceEvent } from '../trace/event.ts'
import { samplePerson, sampleTrace } from '../vectors/sample-trace.ts'
import { toHar } from './har.ts'
import { redactTrace, traceRedactor } from './redact.ts'
import {
  builtInProfiles,
  redactionProfileNamed,
  standardRedaction,
  type Redaction,
} from './redaction-profile.ts'
import { toTraceJson } from './trace-json.ts'

const { trace } = sampleTrace()
const salt = new Uint8Array(16).fill(5)
const started = trace.events.find((event) => event.type === 'started')!

const written = (redaction: Partial<Redaction>, of: Trace = trace): string => {
  const redacted = redactTrace(of, salt, { ...standardRedaction, ...redaction })
  return [toTraceJson(redacted), toHar(redacted)].join('\n')
}

test('usernames are readable where they are kept, and nothing else of the person is', () => {
  const text = written({ users: 'kept' })
  expect(text).toContain(started.username)
  // The sub is the username that the service itself names, as USER_ID_FOR_SRP.
  const { address, phone, team } = samplePerson
  for (const value of [address, phone, team]) expect(text).not.toContain(value)
})

test('where usernames are removed, no two users can be distinguished', () => {
  const text = written({ users: 'removed' })
  expect(text).not.toContain(started.username)
  const marks = text.match(/‹(?:user|sub|email|phone) [0-9a-f]+›/g) ?? []
  expect(marks.length).toBeGreaterThan(0)
  expect(new Set(marks.map((mark) => mark.replace(/^.* /, '')))).toEqual(new Set(['0000›']))
})

const attempted = trace.events.find((event) => event.type === 'attempted')!
const atOwnHost: readonly TraceEvent[] = [
  { ...started, target: { ...started.target, endpoint: 'https://auth.acme.example/' } },
  {
    ...attempted,
    attempt: {
      ...attempted.attempt,
      url: 'https://auth.acme.example/',
      requestHeaders: [['Host', 'auth.acme.example']],
      connection: {
        reused: false,
        remoteAddress: '203.0.113.7:443',
        proxy: { address: 'proxy.acme.example:8080', source: 'system' },
        tls: {
          protocol: 'TLSv1.3',
          cipher: 'x',
          issuer: 'CN=A CA',
          validTo: 'x',
          subject: 'CN=*.acme.example',
        },
      },
    },
  },
]

test('masked hosts become names that no resolver knows, and URLs stay URLs', () => {
  const text = written({ hosts: 'masked' }, { events: atOwnHost, secrets: [] })
  expect(text).not.toMatch(/acme\.example|203\.0\.113/)
  expect(text).toMatch(/"https:\/\/host-[0-9a-f]{4}\.invalid\/"/)
  expect(written({}, { events: atOwnHost, secrets: [] })).toContain('auth.acme.example')
})

test('the endpoints of AWS and of this machine stay, because they identify nobody', () => {
  const url = 'https://cognito-idp.eu-west-1.amazonaws.com/'
  const event: TraceEvent = { ...attempted, attempt: { ...attempted.attempt, url } }
  expect(written({ hosts: 'masked' }, { events: [started, event], secrets: [] })).toContain(url)
})

test('claims stay or become marks as they are named', () => {
  const standard = written({})
  expect(standard).toContain('aws.cognito.signin.user.admin')
  expect(standard).not.toContain(samplePerson.phone)
  const own = written({ keptClaims: ['phone_number'], replacedClaims: ['scope'] })
  expect(own).toContain(samplePerson.phone)
  expect(own).not.toContain('"scope": "aws.cognito.signin.user.admin')
})

test('a person has the same mark in each of the traces of one export', () => {
  const redact = traceRedactor(salt, standardRedaction)
  const users = [trace, trace].map((one) => {
    const [first] = redact(one).events
    return first?.type === 'started' ? first.username : ''
  })
  expect(users[0]).toBe(users[1])
})

test('a profile is found by its name in any case, and the first one is the default', () => {
  expect(builtInProfiles[0]?.redaction).toBe(standardRedaction)
  expect(redactionProfileNamed('strict', [])?.name).toBe('Strict')
  const own = { name: 'Support', redaction: standardRedaction }
  expect(redactionProfileNamed('SUPPORT', [own])).toBe(own)
  expect(redactionProfileNamed('other', [own])).toBeUndefined()
})
