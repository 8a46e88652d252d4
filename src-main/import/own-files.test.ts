import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { toHar } from '#engine/export/har.ts'
import { redactTrace } from '#engine/export/redact.ts'
import { restoreSecrets } from '#engine/export/restore-secrets.ts'
import { toTraceJson } from '#engine/export/trace-json.ts'
import { sampleSecrets, sampleTrace } from '#engine/vectors/sample-trace.ts'
import { traceVersion, type TraceEvent } from '#engine/trace/event.ts'
import { timeline } from '#engine/trace/timeline.ts'
import { readBytes, readCapture } from './read-bytes-under-test.ts'
import { UnreadableRecording } from './read-recording.ts'

const { marks, trace } = sampleTrace()
const redacted = redactTrace(trace, randomBytes(16))
const withSecrets = restoreSecrets(trace, (mark) => marks.open(mark))
const read = async (text: string) => readBytes(Buffer.from(text), 'sample')

const withoutOrigin = (events: readonly TraceEvent[]) =>
  events.map((event) => (event.type === 'started' ? { ...event, origin: undefined } : event))

describe('a trace that Authscope exported', () => {
  it('is read back unchanged, and marked as imported', async () => {
    const { format, traces } = await read(toTraceJson(redacted))
    expect(format).toBe('Authscope trace')
    expect(withoutOrigin(traces[0]?.events ?? [])).toEqual(withoutOrigin(redacted.events))
    expect(traces[0]?.secrets).toEqual(redacted.secrets)
    const [started] = traces[0]?.events ?? []
    expect(started).toMatchObject({ origin: { kind: 'imported', file: 'sample' } })
  })

  it('has marks again when it was exported with its secrets', async () => {
    const { traces } = await read(toTraceJson(withSecrets))
    const text = JSON.stringify(traces[0]?.events)
    for (const secret of Object.values(sampleSecrets).filter(({ length }) => length > 6))
      expect(text).not.toContain(secret)
    const again = restoreSecrets({ events: traces[0]?.events ?? [], secrets: [] }, (mark) =>
      traces[0]?.open(mark),
    )
    expect(withoutOrigin(again.events)).toEqual(withoutOrigin(withSecrets.events))
  })

  it('is refused with an explanation when its version is newer', async () => {
    const later = toTraceJson(redacted).replace(
      `"version": ${String(traceVersion)}`,
      `"version": ${String(traceVersion + 1)}`,
    )
    const refusal = read(later)
    await expect(refusal).rejects.toThrow(UnreadableRecording)
    await expect(refusal).rejects.toThrow('made by a newer Authscope')
  })
})

describe('a HAR that Authscope exported', () => {
  it('is read back with every call, its bodies, times, claims, triggers and marks', async () => {
    const { tool, traces } = await read(toHar(redacted))
    expect(tool).toBe('Authscope 0.1.0')
    const before = timeline(redacted.events)
    const after = timeline(traces.flatMap(({ events }) => events))
    expect(after.target?.userPoolId).toBe(before.target?.userPoolId)
    expect(after.target?.userPoolId).not.toBe('')
    expect(after.steps.map(({ answer }) => answer?.kind)).toEqual(
      before.steps.filter(({ operation }) => operation).map(({ answer }) => answer?.kind),
    )
    const sent = before.steps.filter(({ operation }) => operation)
    expect(after.steps.map(({ triggers }) => triggers)).toEqual(
      sent.map(({ triggers }) => triggers),
    )
    expect(after.steps.map(({ at }) => at)).toEqual(sent.map(({ at }) => at))
    const tokensOf = ({ steps }: typeof before) =>
      steps.flatMap(({ answer }) => (answer?.kind === 'tokens' ? answer.tokens : []))
    expect(tokensOf(after)).toEqual(tokensOf(before))
    expect(tokensOf(after).some(({ claims }) => claims !== undefined)).toBe(true)
    const attempts = (one: typeof before) => one.steps.flatMap((step) => step.attempts)
    for (const [index, attempt] of attempts(before).entries()) {
      const found = attempts(after)[index]
      expect(found?.requestBody).toBe(attempt.requestBody)
      expect(found?.response?.body).toBe(attempt.response?.body)
      expect(found?.requestHeaders).toEqual(attempt.requestHeaders)
      expect(found?.at).toBe(attempt.at)
    }
  })
})

describe('a HAR that Authscope exported of a recording', () => {
  it.each([
    'playwright-omit.har',
    'devtools-preserved-log-after-navigation.har',
    'firefox-esr-auto-export.har',
    'chrome-har.har',
    'aws-sdk-js-3.1169.0-logger-console.stdout.log',
    'boto3-1.26.27-stream-logger-retry.log',
    'curl-7.88.1-verbose.txt',
  ])('has what was and what was not captured in %s', async (name) => {
    const { traces } = await readCapture(name)
    for (const { events, secrets } of traces) {
      const again = await read(toHar({ events, secrets }))
      const [before, after] = [timeline(events), timeline(again.traces[0]!.events)]
      expect(after.steps.map(({ answer }) => answer?.kind)).toEqual(
        before.steps.map(({ answer }) => answer?.kind),
      )
      const told = ({ steps }: typeof before) =>
        steps
          .flatMap(({ attempts }) => attempts)
          .map(
            ({ connection, failure, notCaptured = [], phases, requestHeaders, response, url }) => ({
              url,
              failed: failure !== undefined,
              requestHeaders,
              phases,
              reused: connection.reused,
              body: response?.body,
              notCaptured: new Set(notCaptured.map(({ part, reason }) => `${part}: ${reason}`)),
            }),
          )
      expect(told(after)).toEqual(told(before))
    }
  })
})

describe('a file that cannot be read', () => {
  it.each([
    ['', 'The file is empty.'],
    [' \n ', 'The file is empty.'],
    ['hello', 'Authscope cannot read this file. Supported formats: '],
    ['{"a": 1}', 'Authscope cannot read this file.'],
    ['{"log":{"entries":[]}}', 'This HAR file has no call to Amazon Cognito.'],
    ['{"log":{"entries":[{},{}]}}', 'no call to Amazon Cognito, only 2 others.'],
    ['{"log":{"entries":[{}]}}', 'no call to Amazon Cognito, only 1 other.'],
    [
      '{"log":{"entries":[{"request":{"method":"POST","url":"https://shop.auth.eu-west-1.amazoncognito.com/oauth2/token"}}]}}',
      'has calls to managed login (amazoncognito.com), of which Authscope explains only refused token requests',
    ],
    ['{"log":{"entries":[{}', 'was cut'],
    ['{"format": "authscope-trace"}', 'does not say in which version'],
  ])('%j is refused with a message that says what to do', async (text, message) => {
    await expect(read(text)).rejects.toThrow(message)
  })

  it('is no longer read once the user cancels', async () => {
    const bytes = Buffer.from(`{"log":{"entries":[${'{},'.repeat(5000)}{}]}}`)
    const abort = new AbortController()
    const reading = readBytes(bytes, 'long', {
      signal: abort.signal,
      onProgress: () => {
        abort.abort()
      },
    })
    await expect(reading).rejects.toThrow('cancelled')
  })
})
