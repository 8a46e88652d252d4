import fc from 'fast-check'
import { expect, it } from 'vitest'
import { reveal, Secret } from '../secret/secret.ts'
import type { Trace, TraceEvent } from '../trace/event.ts'
import { samplePerson, sampleSecrets, sampleTrace } from '../vectors/sample-trace.ts'
import { harFormat } from './formats/har-format.ts'
import { exportFormats } from './formats/index.ts'
import { jsonFormat } from './formats/json-format.ts'
import { svgFormat } from './formats/svg-format.ts'
import { toHar } from './har.ts'
import { asCode } from './code/as-code.ts'
import { exportContents } from './export-contents.ts'
import { redactTrace } from './redact.ts'
import { restoreSecrets } from './restore-secrets.ts'
import { scanForLeaks } from './scan-for-leaks.ts'
import { toTraceJson } from './trace-json.ts'

const { marks, trace } = sampleTrace()
const salt = new Uint8Array(16).fill(3)
const redacted = redactTrace(trace, salt)
const secrets = trace.secrets.flatMap(({ mark }) => marks.open(mark) ?? [])

const exported = (of: Trace) => [toTraceJson(of), toHar(of)].join('\n')

const bodyOf = (of: Trace, attempt: number) => {
  const attempts = of.events.filter((event) => event.type === 'attempted')
  return attempts[attempt]?.attempt
}

it('leaves no secret and no personal value in either format', () => {
  const file = exported(redacted)
  expect(file).not.toMatch(/canary/i)
  expect(file).not.toContain('918273')
  for (const value of Object.values(samplePerson)) {
    expect(file).not.toContain(value)
    expect(file.toLowerCase()).not.toContain(encodeURIComponent(value).toLowerCase())
    expect(file).not.toContain(JSON.stringify(value).slice(1, -1))
  }
})

it('keeps what a reader needs: names, order, sizes, times, pool, masked destinations', () => {
  expect(redacted.events.map(({ at, type }) => [at, type])).toEqual(
    trace.events.map(({ at, type }) => [at, type]),
  )
  expect(bodyOf(redacted, 0)?.requestSize).toBe(bodyOf(trace, 0)?.requestSize)
  const file = exported(redacted)
  for (const kept of [
    'USER_PASSWORD_AUTH',
    'CODE_DELIVERY_DESTINATION',
    '+********0042',
    'eu-west-1_AbCdEf123',
    '6c7854c7-c76b-4782-912a-c58d74970adf',
    'aws.cognito.signin.user.admin',
    'email_verified',
    'custom:team',
  ])
    expect(file).toContain(kept)
})

it('gives one person one mark throughout, whatever the case or escaping of the name', () => {
  const [started] = redacted.events
  const mark = started?.type === 'started' ? started.username : ''
  expect(mark).toMatch(/^‹user [0-9a-f]{4}›$/)
  expect(bodyOf(redacted, 0)?.requestBody).toContain(`"USERNAME":"${mark}"`)
  expect(bodyOf(redacted, 1)?.response?.body).toContain(`auth state for ${mark}.`)
  expect(bodyOf(redacted, 2)?.url).toContain(`?u=${mark}`)
})

it('gives different marks under another salt, so that two exports cannot be correlated', () => {
  const other = redactTrace(trace, new Uint8Array(16).fill(4))
  expect(exported(other)).not.toBe(exported(redacted))
})

it('keeps bodies JSON, with the same members', () => {
  for (const index of [0, 1, 3]) {
    const shape = (body: string | undefined) =>
      Object.keys(JSON.parse(body ?? '') as Record<string, unknown>)
    expect(shape(bodyOf(redacted, index)?.requestBody)).toEqual(
      shape(bodyOf(trace, index)?.requestBody),
    )
  }
})

it('marks ClientMetadata, IP addresses, free parameters and credentials of proxies', () => {
  const { requestBody = '', requestHeaders = [] } = bodyOf(redacted, 0) ?? {}
  expect(requestBody).toMatch(/"source":"‹metadata [0-9a-f]+›"/)
  expect(requestBody).toMatch(/"IpAddress":"‹address [0-9a-f]+›"/)
  expect(new Map(requestHeaders).get('authorization')).toMatch(/^‹value/)
})

/** The sample's first request with another body, redacted. */
function redactedRequest(body: string, username: string): string {
  const events = trace.events.map((event): TraceEvent => {
    if (event.type === 'started') return { ...event, username }
    if (event.type !== 'attempted') return event
    return { ...event, attempt: { ...event.attempt, requestBody: body } }
  })
  return bodyOf(redactTrace({ events, secrets: [] }, salt), 0)?.requestBody ?? ''
}

it('does not split words that contain a short username', () => {
  expect(redactedRequest('{"message":"analytics for ana."}', 'ana')).toMatch(
    /^\{"message":"analytics for ‹user [0-9a-f]+›\."\}$/,
  )
})

it('leaves marks and member names intact when a username equals one', () => {
  const body = '{"Session":"‹session 12ab›","ChallengeName":"x"}'
  expect(redactedRequest(body, 'session')).toBe(body)
})

it('keeps protocol words in free parameters readable, and marks everything else', () => {
  const body = '{"ChallengeResponses":{"ANSWER":"SMS_MFA","OTHER":"blue parrot"}}'
  expect(redactedRequest(body, 'ana')).toMatch(/"ANSWER":"SMS_MFA","OTHER":"‹value [0-9a-f]+›"/)
})

it('redacts a body that is not JSON or that is truncated', () => {
  expect(redactedRequest('<p>ana.canary@example.com</p>', 'ana.canary@example.com')).not.toContain(
    'canary',
  )
  expect(
    redactedRequest(
      '{"USERNAME":"ana.canary@example.com","x":"ana.canary@exam',
      'ana.canary@example.com',
    ),
  ).not.toContain('ana.canary@example.com')
})

it('accepts names with any character, even half a surrogate pair', () => {
  for (const username of ['a\ud800b', 'a.*+?b', 'ü“\\"x', '-a/b]'])
    expect(redactedRequest(JSON.stringify({ message: `is ${username} ok` }), username)).toMatch(
      /^\{"message":"is ‹user [0-9a-f]+› ok"\}$/,
    )
})

it('removes a username whose letters change their number or form with their case', () => {
  for (const [username, written] of [
    ['İnci', 'İnci'],
    ['Yıldız', 'yıldız'],
    ['Straße', 'STRAẞE'],
    ['ΝΊΚΟΣ', 'νίκος'],
  ] as const)
    expect(redactedRequest(JSON.stringify({ message: `is ${written} ok` }), username)).toMatch(
      /^\{"message":"is ‹user [0-9a-f]+› ok"\}$/,
    )
})

it('removes every username, whatever characters it contains', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 3, maxLength: 20 }).map((n) => `cn${n}cn`)
  fc.assert(
    fc.property(name, (username) => {
      const body = JSON.stringify({
        USERNAME: username,
        message: `is ${username} ok`,
        u: [username],
      })
      const open = redactedRequest(body, username)
      const mark = String((JSON.parse(open) as Record<string, unknown>)['USERNAME'])
      expect(JSON.parse(open)).toEqual({ USERNAME: mark, message: `is ${mark} ok`, u: [mark] })
      expect(mark).toMatch(/^‹user [0-9a-f]+›$/)
    }),
  )
})

it('restores every secret for a confirmed export, with bodies still JSON', () => {
  const quoted = Secret.of('password', 'pa"ss\\word')
  const open = (mark: string) => (mark.startsWith('‹password') ? quoted : marks.open(mark))
  const restored = restoreSecrets(trace, open)
  const { AuthParameters } = JSON.parse(bodyOf(restored, 0)?.requestBody ?? '') as {
    AuthParameters: Record<string, string>
  }
  expect(AuthParameters['PASSWORD']).toBe(reveal(quoted))
  const file = exported(restoreSecrets(trace, (mark) => marks.open(mark)))
  for (const value of Object.values(sampleSecrets)) expect(file).toContain(value)
  expect(exported(restoreSecrets(trace, () => undefined))).toBe(exported(trace))
})

it('passes a redacted export in the scan, and refuses an unredacted one', () => {
  expect(scanForLeaks(exported(redacted), secrets)).toEqual([])
  const open = exported(restoreSecrets(trace, (mark) => marks.open(mark)))
  const found = scanForLeaks(open, secrets)
  expect(found.filter(({ code }) => code === 'known secret')).toHaveLength(secrets.length)
  expect(JSON.stringify(found)).not.toContain('canary')
})

it.each([
  ['as it is', (value: string) => value],
  ['in JSON', (value: string) => JSON.stringify(value)],
  ['in JSON in JSON', (value: string) => JSON.stringify(JSON.stringify(value))],
  ['in a URL', (value: string) => encodeURIComponent(value)],
  ['in base64', (value: string) => Buffer.from(value).toString('base64')],
  ['in base64url', (value: string) => Buffer.from(`?${value}??>`).toString('base64url')],
  ['in Basic credentials', (value: string) => Buffer.from(`ab:${value}`).toString('base64')],
])('finds a secret %s', (_how, encode) => {
  const secret = Secret.of('password', 'Hunt"er/2 ünd?>')
  const [leak] = scanForLeaks(`... ${encode(reveal(secret))} ...`, [secret])
  expect(leak?.code).toBe('known secret')
})

it('finds undeclared tokens and long random strings', () => {
  expect(scanForLeaks(`x ${sampleSecrets.accessToken} y`, [])[0]?.code).toBe('token')
  expect(scanForLeaks(`x ${sampleSecrets.refreshToken} y`, [])[0]?.code).toBe('token')
  const session = `AYAB${Buffer.from(Array.from({ length: 90 }, (_, i) => (i * 89 + 13) % 256)).toString('base64url')}`
  expect(scanForLeaks(`x ${session} y`, [])[0]?.code).toBe('random text')
})

it.each([
  ['a code within a longer number or a duration', '1769918273000 and 12.918273', '918273'],
  ['a short password within a word', 'a contest', 'test'],
  ['the file’s own words', '{"kind":"password"}', 'password'],
  ['a mark', '‹session 12ab›', 'session 12ab'],
  [
    'a key ID, hex numbers and paths',
    `${'ab12'.repeat(192)} /a/b-c/${'long-path/'.repeat(9)}`,
    'unused',
  ],
])('does not refuse an export for %s', (_what, text, value) => {
  expect(scanForLeaks(text, [Secret.of('password', value)])).toEqual([])
})

it('counts the contents of the file in plain words', () => {
  const open = exportContents(trace, false, jsonFormat)
  expect(open).toContainEqual({ what: 'passwords, readable', count: 1 })
  expect(open).toContainEqual({ what: 'usernames, readable', count: 2 })
  expect(open).toContainEqual({ what: 'calls with headers, bodies and times', count: 4 })
  const closed = exportContents(trace, true, jsonFormat)
  expect(closed).toContainEqual({ what: 'passwords, as marks', count: 1 })
  expect(closed.flatMap(({ what }) => (what.includes('readable') ? [what] : []))).toEqual([
    'names of custom claims, readable',
  ])
  expect(exportContents({ events: [], secrets: [] }, true, jsonFormat)).toEqual([])
})

const codeFormats = exportFormats.filter(
  (format) => 'holds' in format && format.holds === asCode.holds,
)

it.each(codeFormats.map((format) => [format.id, format]))(
  'lists no secrets for the %s format, whose file has variables in their places',
  (_id, format) => {
    const contents = exportContents(trace, true, format)
    expect(contents).toContainEqual({ what: 'calls as code, secrets as variables', count: 4 })
    expect(contents.map(({ what }) => what)).not.toContain('passwords, as marks')
    const marks = format.write(redacted).match(/(?<=‹)[a-z ]+(?= )/g) ?? []
    expect(marks.filter((kind) => kind !== 'user')).toEqual([])
  },
)

it('lists no value for a diagram, which has names of calls and errors alone', () => {
  const listed = exportContents(trace, true, svgFormat).map(({ what }) => what)
  expect(listed).toEqual(['calls with operation and outcome'])
  expect(svgFormat.write(redacted)).not.toMatch(/‹|\.invalid/)
})

it('does not list a secret that is not in the file', () => {
  const never = { mark: '‹totp secret 12ab›', kind: 'totp secret', length: 52 } as const
  const computed: TraceEvent = {
    type: 'computed',
    at: 0,
    step: 3,
    what: 'code',
    durationMs: 1,
    values: [{ name: 'secret', value: never.mark, note: '' }],
  }
  const withComputed = { events: [...trace.events, computed], secrets: [...trace.secrets, never] }
  const totp = { what: 'TOTP secrets, readable', count: 1 }
  expect(
    exportContents({ ...withComputed, events: trace.events }, false, jsonFormat),
  ).not.toContainEqual(totp)
  expect(exportContents(withComputed, false, jsonFormat)).toContainEqual(totp)
  expect(exportContents(withComputed, false, harFormat)).not.toContainEqual(totp)
})
