// What other programs wrote of sign-ins to the practice pool, whose passwords guard nothing.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { diagnose } from '#engine/diagnosis/diagnose.ts'
import { exportFormats } from '#engine/export/formats/index.ts'
import { timeline } from '#engine/trace/timeline.ts'
import { exportTrace } from '#main/export/export-trace.ts'
import { storedRecording } from '#main/runs/stored-recording.ts'
import { linesOf, readBytes, readCapture } from './read-bytes-under-test.ts'

const signedIn = 'alice: InitiateAuth tokens: tokens'
const refused = 'alice: InitiateAuth NotAuthorizedException: refused'
const notCaptured = 'alice: InitiateAuth not captured: incomplete'
const srp =
  'alice: InitiateAuth PASSWORD_VERIFIER, (secret block) RespondToAuthChallenge tokens: tokens'
const smsMfa = 'sms-user: InitiateAuth SMS_MFA: incomplete'
const failed = (code: string) => `alice: InitiateAuth ${code}: failed`
const networkErrors = ['reset', 'cut off', 'refused'].map(failed)
const times = (count: number, line: string) => Array.from({ length: count }, () => line)

interface Expected {
  readonly tool: string
  readonly lines: readonly string[]
  readonly dropped: number
  readonly incompleteCalls: number
  readonly problems?: readonly RegExp[]
}

const expected: Readonly<Record<string, Expected>> = {
  'playwright-embed.har': {
    tool: 'Playwright 1.65.1',
    lines: [
      signedIn,
      signedIn,
      refused,
      ...times(4, signedIn),
      ...networkErrors,
      signedIn,
      srp,
      refused,
      failed('other'),
    ],
    dropped: 2,
    incompleteCalls: 0,
  },
  'chrome-har.har': {
    tool: 'chrome-har 1.3.1',
    // A refusal is read from its headers.
    lines: [notCaptured, notCaptured, refused, notCaptured, notCaptured, refused],
    dropped: 8,
    incompleteCalls: 6,
    problems: times(3, '').map(() => /^A preflight to http:\/\/127\.0\.0\.1:\d+ is not followed/),
  },
  'devtools-full.har': {
    tool: 'WebInspector 537.36',
    lines: [
      signedIn,
      signedIn,
      refused,
      ...times(3, signedIn),
      ...networkErrors,
      refused,
      refused,
      signedIn,
      signedIn,
      smsMfa,
    ],
    dropped: 12,
    incompleteCalls: 0,
    problems: [/^A preflight to http:\/\/127\.0\.0\.1:19499 is not followed/],
  },
  'devtools-preserved-log-after-navigation.har': {
    tool: 'WebInspector 537.36',
    lines: [notCaptured, 'sms-user: InitiateAuth not captured: incomplete'],
    dropped: 5,
    incompleteCalls: 2,
  },
  'firefox-esr-auto-export.har': {
    tool: 'Firefox 153.8.0',
    lines: [
      signedIn,
      signedIn,
      refused,
      ...times(3, signedIn),
      // The request to a closed port was never written, and its body neither.
      failed('other'),
      failed('cut off'),
      'nobody: InitiateAuth other: failed',
      refused,
      signedIn,
      refused.replace('alice', 'sms-user'),
      srp,
      failed('other'),
    ],
    dropped: 16,
    incompleteCalls: 1,
  },
  'mitmproxy-har_dump.har': {
    tool: 'mitmproxy har_dump 0.1',
    lines: [
      signedIn,
      signedIn,
      refused,
      signedIn,
      signedIn,
      'alice: InitiateAuth UnknownOperationException: refused',
    ],
    dropped: 1,
    incompleteCalls: 0,
    problems: [/^This call has no X-Amz-Target/],
  },
  'aws-cli-2.9.19-debug-ok.log': {
    tool: 'aws-cli 2.9.19',
    lines: [signedIn],
    dropped: 0,
    incompleteCalls: 0,
  },
  'aws-cli-2.9.19-debug-refused-json-parameters.log': {
    tool: 'aws-cli 2.9.19',
    lines: [refused],
    dropped: 0,
    incompleteCalls: 0,
  },
  'boto3-1.26.27-stream-logger-ok.log': {
    tool: 'Boto3 1.26.27',
    lines: [signedIn],
    dropped: 0,
    incompleteCalls: 0,
  },
  'playwright-attach.zip': {
    tool: 'Playwright 1.65.1',
    lines: [signedIn, refused],
    dropped: 1,
    incompleteCalls: 0,
  },
  'playwright-omit.har': {
    tool: 'Playwright 1.65.1',
    // A refusal is read from its headers.
    lines: [notCaptured.replace('alice', 'nobody'), refused.replace('alice', 'nobody')],
    dropped: 1,
    incompleteCalls: 2,
  },
  'playwright-minimal.har': {
    tool: 'Playwright 1.65.1',
    lines: [signedIn, refused],
    dropped: 1,
    incompleteCalls: 0,
  },
  'aws-cli-2.9.19-debug-refused.log': {
    tool: 'aws-cli 2.9.19',
    lines: [refused],
    dropped: 0,
    incompleteCalls: 0,
  },
  'aws-cli-2.9.19-debug-wrong-secret.log': {
    tool: 'aws-cli 2.9.19',
    lines: [refused],
    dropped: 0,
    incompleteCalls: 0,
  },
  'aws-cli-1.45.11-debug-refused-cli-input-json.log': {
    tool: 'aws-cli 1.45.11',
    lines: [refused],
    dropped: 0,
    incompleteCalls: 0,
  },
  'boto3-1.26.27-stream-logger-refused.log': {
    tool: 'Boto3 1.26.27',
    lines: [refused],
    dropped: 0,
    incompleteCalls: 0,
  },
  'boto3-1.26.27-stream-logger-wrong-secret.log': {
    tool: 'Boto3 1.26.27',
    lines: [refused],
    dropped: 0,
    incompleteCalls: 0,
  },
  'boto3-1.26.27-stream-logger-retry.log': {
    tool: 'Boto3 1.26.27',
    // Two attempts of one call.
    lines: [signedIn],
    dropped: 0,
    incompleteCalls: 0,
  },
  'newman-6.2.2-json-report.json': {
    tool: '',
    lines: [refused],
    dropped: 0,
    incompleteCalls: 1,
  },
  'bru-4.1.0-json-report.json': {
    tool: '',
    lines: [refused],
    dropped: 0,
    incompleteCalls: 1,
  },
  'aws-sdk-js-3.1169.0-logger-console.stdout.log': {
    tool: '',
    // Only what the answer says of the user is not masked.
    lines: [
      'nobody: InitiateAuth tokens: tokens',
      'totp-user: InitiateAuth SOFTWARE_TOKEN_MFA: incomplete',
      'alice: InitiateAuth PASSWORD_VERIFIER: incomplete',
    ],
    dropped: 0,
    incompleteCalls: 3,
  },
  'aws-sdk-js-3.1169.0-logger-console.stderr.log': {
    tool: '',
    lines: [
      'nobody: InitiateAuth NotAuthorizedException: refused',
      'nobody: RespondToAuthChallenge CodeMismatchException: refused',
    ],
    dropped: 0,
    incompleteCalls: 2,
  },
  'curl-7.88.1-trace-ascii.txt': {
    tool: 'curl 7.88.1',
    lines: [smsMfa],
    dropped: 0,
    incompleteCalls: 1,
  },
  'curl-7.88.1-trace.txt': {
    tool: 'curl 7.88.1',
    lines: [refused],
    dropped: 0,
    incompleteCalls: 1,
  },
  'curl-7.88.1-verbose.txt': {
    tool: 'curl 7.88.1',
    lines: ['nobody: InitiateAuth NotAuthorizedException: refused'],
    dropped: 0,
    incompleteCalls: 1,
  },
}

/** Passwords that were sent while the files were written, whole and in pieces. */
const planted = [
  'Practice-Password-1!',
  'Practice-Password',
  'a&b=c+d%41!',
  'c+d%41!',
  'Pässwörd',
  'PÃ¤ssw',
  "It's-a",
  'Quote\\-and',
  'Ünique1',
  'Wrong-P',
  'ssw\u00f6rd-1!',
]
const spellings = (text: string) => [
  text,
  JSON.stringify(text).slice(1, -1),
  // As Python and Java write what is not ASCII.
  text.replace(/[^ -~]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`),
  Buffer.from(text).toString('latin1'),
  encodeURIComponent(text),
  new URLSearchParams({ '': text }).toString().slice(1),
  Buffer.from(text).toString('base64').slice(0, -4),
  Buffer.from(text).toString('hex'),
  [...Buffer.from(text)].join(','),
]

describe('the captures', () => {
  it('are all read', () => {
    const files = readdirSync(new URL('captures/', import.meta.url))
    expect(files.sort()).toEqual(Object.keys(expected).sort())
  })

  it.each(Object.entries(expected))('%s is read whole', async (name, one) => {
    const recording = await readCapture(name)
    expect(recording.tool).toBe(one.tool)
    expect(linesOf(recording)).toEqual(one.lines)
    expect(recording.dropped).toBe(one.dropped)
    expect(recording.incompleteCalls).toBe(one.incompleteCalls)
    const problems = one.problems ?? []
    expect(recording.problems).toHaveLength(problems.length)
    for (const [index, pattern] of problems.entries())
      expect(recording.problems[index]?.message).toMatch(pattern)
  })

  it.each(Object.keys(expected))(
    '%s leaves no password in a trace or a redacted export, in any encoding',
    async (name) => {
      const { problems, traces } = await readCapture(name)
      const stored = traces.map((trace, index) => storedRecording(String(index), trace))
      const files = exportFormats.flatMap(({ id: format }) =>
        stored.map((run) => exportTrace(run, { format, redacted: true })),
      )
      expect(files).toHaveLength(traces.length * exportFormats.length)
      const written = JSON.stringify([problems, traces.map(({ events }) => events)])
      for (const text of [written, ...files])
        for (const password of planted.flatMap(spellings)) expect(text).not.toContain(password)
    },
  )
})

describe('a HAR that DevTools calls sanitized', () => {
  // It lacks these headers alone; the bodies with the passwords are as they were.
  const left = /^(cookie|set-cookie|authorization)$/i
  interface Headers {
    headers: { readonly name: string }[]
  }
  const sanitized = (): Uint8Array => {
    const text = readFileSync(new URL('captures/devtools-full.har', import.meta.url), 'utf8')
    const har = JSON.parse(text) as {
      readonly log: {
        readonly entries: { readonly request: Headers; readonly response: Headers }[]
      }
    }
    for (const message of har.log.entries.flatMap((entry) => [entry.request, entry.response]))
      message.headers = message.headers.filter(({ name }) => !left.test(name))
    return Buffer.from(JSON.stringify(har))
  }

  it('has the same sign-ins, and its passwords are in no redacted export', async () => {
    const recording = await readBytes(sanitized(), 'sanitized.har')
    expect(linesOf(recording)).toEqual(expected['devtools-full.har']?.lines)
    for (const [index, trace] of recording.traces.entries()) {
      const stored = storedRecording(String(index), trace)
      const file = exportTrace(stored, { format: 'har', redacted: true })
      for (const password of planted.flatMap(spellings)) expect(file).not.toContain(password)
    }
  })
})

describe('a refusal in a log', () => {
  it.each([
    ['boto3-1.26.27-stream-logger-refused.log', 'AS1101 possible'],
    ['boto3-1.26.27-stream-logger-wrong-secret.log', 'AS1203 possible'],
    ['aws-cli-2.9.19-debug-refused.log', 'AS1101 possible'],
    ['aws-cli-2.9.19-debug-wrong-secret.log', 'AS1203 possible'],
    ['aws-cli-1.45.11-debug-refused-cli-input-json.log', 'AS1101 possible'],
    ['newman-6.2.2-json-report.json', 'AS1101 possible'],
    ['bru-4.1.0-json-report.json', 'AS1101 possible'],
  ])('%s is diagnosed as %s', async (name, cause) => {
    const { traces } = await readCapture(name)
    const [first] = diagnose(traces[0]!.events)
    expect(`${first?.code ?? ''} ${first?.verdict ?? ''}`).toBe(cause)
  })

  it('that was repeated is one call with two attempts', async () => {
    const { traces } = await readCapture('boto3-1.26.27-stream-logger-retry.log')
    const { steps } = timeline(traces[0]!.events)
    expect(steps.map(({ attempts }) => attempts.map(({ response }) => response?.status))).toEqual([
      [400, 200],
    ])
  })
})
