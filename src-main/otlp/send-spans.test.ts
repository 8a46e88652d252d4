import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommandLine } from '#main/cli/run-command-line.ts'

interface OtlpSpan {
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly name: string
  readonly attributes: readonly { readonly key: string; readonly value: object }[]
  readonly events: readonly { readonly name: string }[]
  readonly links: readonly { readonly spanId: string }[]
  readonly status: { readonly code: number }
}
interface OtlpRequest {
  readonly resourceSpans: readonly {
    readonly scopeSpans: readonly { readonly spans: readonly OtlpSpan[] }[]
  }[]
}

let collector: Server
let url: string
const received: { readonly path: string; readonly body: OtlpRequest }[] = []
/** What the collector answers, with status 200. */
let response = '{}'
beforeAll(async () => {
  collector = createServer((request, answer) => {
    void json(request).then((body) => {
      received.push({ path: request.url ?? '', body: body as OtlpRequest })
      answer.setHeader('content-type', 'application/json')
      answer.end(response)
    })
  })
  await new Promise<void>((ready) => collector.listen(0, '127.0.0.1', ready))
  url = `http://127.0.0.1:${String((collector.address() as AddressInfo).port)}`
})
afterAll(() => collector.close())

async function run(...args: readonly string[]) {
  let out = ''
  const write = (text: string) => (out += text)
  const status = await runCommandLine(['export', ...args], {
    version: '0.0.0',
    environment: {},
    write,
    error: write,
    readInput: () => Promise.resolve(''),
    colours: false,
    interrupted: new AbortController().signal,
  })
  return { out, status }
}

const har = new URL('../import/captures/firefox-esr-auto-export.har', import.meta.url).pathname

test('a collector gets a span for the sign-in, each call and each attempt, and no secret', async () => {
  const { out, status } = await run(har, '--sign-in', '13', '--otlp', url)
  expect([status, out]).toEqual([0, `5 spans were sent to ${url}/v1/traces.\n`])
  const [{ body, path } = { body: { resourceSpans: [] }, path: '' }] = received
  expect(path).toBe('/v1/traces')
  const spans = body.resourceSpans.flatMap(({ scopeSpans }) =>
    scopeSpans.flatMap((scope) => scope.spans),
  )
  expect(spans.map(({ name }) => name)).toEqual([
    'sign-in USER_SRP_AUTH',
    'CognitoIdentityProvider/InitiateAuth',
    'POST',
    'CognitoIdentityProvider/RespondToAuthChallenge',
    'POST',
  ])
  const [root, first, , second] = spans
  expect(new Set(spans.map(({ traceId }) => traceId)).size).toBe(1)
  expect(first?.parentSpanId).toBe(root?.spanId)
  expect(second?.links.map(({ spanId }) => spanId)).toEqual([first?.spanId])
  expect(second?.attributes).toContainEqual({
    key: 'rpc.method',
    value: { stringValue: 'RespondToAuthChallenge' },
  })
  const text = JSON.stringify(body)
  expect(text).not.toContain('Practice-Password')
  expect(text).not.toContain('alice')
})

test.each([
  [
    'spans that the collector rejected are an error with its reason',
    '{"partialSuccess":{"rejectedSpans":"2","errorMessage":"the quota is used up"}}',
    'The collector rejected 2 of 5 spans: the quota is used up',
  ],
  [
    'a number of rejected spans that is no text is read as well',
    '{"partialSuccess":{"rejectedSpans":5}}',
    'The collector rejected 5 of 5 spans.',
  ],
  [
    'a login page in place of the collector is an error',
    '<html>Sign in</html>',
    'A web page answered instead of a collector.',
  ],
])('%s', async (_, body, message) => {
  response = body
  const { out, status } = await run(har, '--sign-in', '13', '--otlp', url)
  expect(out).toContain(message)
  expect([status, out.includes('spans were sent')]).toEqual([1, false])
})

test('a warning of a collector that rejected nothing is no error', async () => {
  response = '{"partialSuccess":{"rejectedSpans":"0","errorMessage":"slow down"}}'
  expect((await run(har, '--sign-in', '13', '--otlp', url)).status).toBe(0)
})

test('a collector that is not there is said', async () => {
  expect((await run(har, '--otlp', 'http://127.0.0.1:9')).status).toBe(1)
  expect((await run(har, '--otlp', 'localhost')).out).toContain('--otlp takes a URL')
})
