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
beforeAll(async () => {
  collector = createServer((request, response) => {
    void json(request).then((body) => {
      received.push({ path: request.url ?? '', body: body as OtlpRequest })
      response.setHeader('content-type', 'application/json')
      response.end('{}')
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

test('a collector that is not there is said', async () => {
  expect((await run(har, '--otlp', 'http://127.0.0.1:9')).status).toBe(1)
  expect((await run(har, '--otlp', 'localhost')).out).toContain('--otlp takes a URL')
})
