import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import definitions from 'otlp-definitions/build/src/generated/root.js'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { runCommandLine } from '#main/cli/run-command-line.ts'

/** A message as protobufjs generates it from OpenTelemetry’s own .proto files. */
interface Message {
  readonly decode: (bytes: Uint8Array) => object
  readonly encode: (message: object) => { readonly finish: () => Uint8Array }
  readonly toObject: (message: object, options: object) => object
}
const { ExportTraceServiceRequest, ExportTraceServiceResponse } = (
  definitions as unknown as {
    readonly opentelemetry: {
      readonly proto: {
        readonly collector: {
          readonly trace: {
            readonly v1: Readonly<
              Record<'ExportTraceServiceRequest' | 'ExportTraceServiceResponse', Message>
            >
          }
        }
      }
    }
  }
).opentelemetry.proto.collector.trace.v1

interface OtlpSpan {
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId: string
  readonly name: string
  readonly kind: string
  readonly attributes: readonly { readonly key: string; readonly value: object }[]
  readonly links: readonly { readonly spanId: string }[]
}
interface OtlpRequest {
  readonly resourceSpans: readonly {
    readonly scopeSpans: readonly { readonly spans: readonly OtlpSpan[] }[]
  }[]
}

let collector: Server
let url: string
const received: {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: OtlpRequest
}[] = []
/** What the collector answers, with status 200. */
let response: string | Uint8Array = new Uint8Array()
/** What it answers before that, one for each request. */
const responses: (string | Uint8Array)[] = []
beforeAll(async () => {
  collector = createServer((request, answer) => {
    void buffer(request).then((bytes) => {
      const { headers, url: path = '' } = request
      const body = ExportTraceServiceRequest.toObject(ExportTraceServiceRequest.decode(bytes), {
        bytes: String,
        enums: String,
        longs: String,
        defaults: true,
      }) as OtlpRequest
      received.push({ path, headers, body })
      answer.setHeader('content-type', 'application/x-protobuf')
      answer.end(responses.shift() ?? response)
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
  vi.stubEnv('OTEL_EXPORTER_OTLP_HEADERS', 'x-api-key=for%20all,x-team=identity')
  vi.stubEnv('OTEL_EXPORTER_OTLP_TRACES_HEADERS', 'x-api-key=for%20traces')
  const { out, status } = await run(har, '--sign-in', '13', '--otlp', url)
  vi.unstubAllEnvs()
  expect([status, out]).toEqual([0, `5 spans were sent to ${url}/v1/traces.\n`])
  const [first] = received
  expect(first?.path).toBe('/v1/traces')
  expect(first?.headers).toMatchObject({
    'content-type': 'application/x-protobuf',
    'x-api-key': 'for traces',
    'x-team': 'identity',
  })
  const spans = (first?.body.resourceSpans ?? []).flatMap(({ scopeSpans }) =>
    scopeSpans.flatMap((scope) => scope.spans),
  )
  expect(spans.map(({ kind, name }) => [kind, name])).toEqual([
    ['SPAN_KIND_INTERNAL', 'sign-in USER_SRP_AUTH'],
    ['SPAN_KIND_CLIENT', 'CognitoIdentityProvider.InitiateAuth'],
    ['SPAN_KIND_CLIENT', 'POST'],
    ['SPAN_KIND_CLIENT', 'CognitoIdentityProvider.RespondToAuthChallenge'],
    ['SPAN_KIND_CLIENT', 'POST'],
  ])
  const [root, call, , second] = spans
  expect(new Set(spans.map(({ traceId }) => traceId)).size).toBe(1)
  expect([root?.parentSpanId, call?.parentSpanId]).toEqual(['', root?.spanId])
  expect(second?.links.map(({ spanId }) => spanId)).toEqual([call?.spanId])
  expect(second?.attributes).toContainEqual(
    expect.objectContaining({
      key: 'rpc.method',
      value: { stringValue: 'RespondToAuthChallenge' },
    }),
  )
  const text = JSON.stringify(first?.body)
  expect(text).not.toContain('Practice-Password')
  expect(text).not.toContain('alice')
})

const encoded = (partialSuccess: object) =>
  ExportTraceServiceResponse.encode({ partialSuccess }).finish()

test.each([
  [
    'spans that the collector rejected are an error with its reason',
    encoded({ rejectedSpans: 2, errorMessage: 'the quota is used up' }),
    'The collector rejected 2 of 5 spans: the quota is used up',
  ],
  [
    'a collector that answers in JSON is understood',
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

test('a collector that is not there is named in a sentence', async () => {
  const { out, status } = await run(har, '--sign-in', '13', '--otlp', 'http://127.0.0.1:1')
  expect([status, out]).toEqual([
    1,
    'Nothing listens at 127.0.0.1:1: the connection was refused. Check that the server runs, and the port.\n',
  ])
})

test('a collector that refuses is named with its status', async () => {
  const refusing = createServer((_, answer) => answer.writeHead(404).end())
  await new Promise<void>((ready) => refusing.listen(0, '127.0.0.1', ready))
  const host = `127.0.0.1:${String((refusing.address() as AddressInfo).port)}`
  const { out, status } = await run(har, '--sign-in', '13', '--otlp', `http://${host}`)
  refusing.close()
  expect(status).toBe(1)
  expect(out).toContain(`The collector at ${host} answered with status 404 Not Found.`)
})

test('many spans are sent in several requests, and an error says how many were taken before', async () => {
  const names = Array.from({ length: 120 }, () => har)
  response = ''
  received.length = 0
  const { out, status } = await run(...names, '--sign-in', '13', '--otlp', url)
  expect([status, out]).toEqual([0, `600 spans were sent to ${url}/v1/traces.\n`])
  const sizes = received.map(({ body }) => body.resourceSpans[0]?.scopeSpans[0]?.spans.length)
  expect(sizes).toEqual([512, 88])

  responses.push('', encoded({ rejectedSpans: 2, errorMessage: 'the quota is used up.' }))
  const cut = await run(...names, '--sign-in', '13', '--otlp', url)
  expect(cut.status).toBe(1)
  expect(cut.out).toContain(
    '2 of 88 spans: the quota is used up. It had accepted 512 spans before.',
  )
})

test('a warning of a collector that rejected nothing is no error', async () => {
  response = encoded({ rejectedSpans: 0, errorMessage: 'slow down' })
  expect((await run(har, '--sign-in', '13', '--otlp', url)).status).toBe(0)
})

test('a collector that cannot be reached is named', async () => {
  expect((await run(har, '--otlp', 'http://127.0.0.1:9')).status).toBe(1)
  expect((await run(har, '--otlp', 'localhost')).out).toContain('--otlp takes a URL')
})
