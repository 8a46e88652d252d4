import { SpanKind, SpanStatusCode, TraceFlags, type HrTime } from '@opentelemetry/api'
import { createOtlpHttpExportDelegate } from '@opentelemetry/otlp-exporter-base/node-http'
import {
  ProtobufTraceSerializer,
  TraceExporterMetricsHelper,
} from '@opentelemetry/otlp-transformer'
import { resourceFromAttributes } from '@opentelemetry/resources'
import type { ReadableSpan } from '@opentelemetry/sdk-trace-base'
import type { SignInSpan } from '#engine/export/spans.ts'
import { collectorError } from './collector-error.ts'
import { collectorConfiguration } from './collector-configuration.ts'
import { collectorVerdict } from './collector-verdict.ts'

/** As many at once as OpenTelemetry's own SDKs send; collectors limit the size of a request. */
const spansAtOnce = 512

/**
 * Sends spans to a collector by OTLP over HTTP, in protobuf, while they are being made.
 * @param url of the collector’s traces, as in `http://localhost:4318/v1/traces`
 * @returns how many were sent
 * @throws Error with what the collector or the network said, and how many spans it had taken before
 */
export async function sendSpans(
  spans: AsyncIterable<SignInSpan>,
  { url, version }: { readonly url: string; readonly version: string },
): Promise<number> {
  const collector = openCollector(url)
  // One for all spans: the serializer groups them by the object.
  const source = {
    resource: resourceFromAttributes({ 'service.name': 'authscope', 'service.version': version }),
    instrumentationScope: { name: 'authscope', version },
  }
  let sent = 0
  try {
    for await (const some of batches(spans)) {
      await collector.send(some.map((span) => readable(span, source)))
      sent += some.length
    }
    return sent
  } catch (error) {
    if (sent > 0 && error instanceof Error)
      error.message = `${error.message} It had accepted ${String(sent)} spans before.`
    throw error
  } finally {
    await collector.close()
  }
}

async function* batches(spans: AsyncIterable<SignInSpan>): AsyncGenerator<readonly SignInSpan[]> {
  let batch: SignInSpan[] = []
  for await (const span of spans) {
    batch.push(span)
    if (batch.length < spansAtOnce) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

function openCollector(url: string) {
  let response: Uint8Array = new Uint8Array()
  const exporter = createOtlpHttpExportDelegate(
    collectorConfiguration(url),
    {
      serializeRequest: (request: ReadableSpan[]) =>
        ProtobufTraceSerializer.serializeRequest(request),
      // Whatever it says counts as success for the exporter.
      deserializeResponse: (body) => {
        response = body
        return {}
      },
    },
    'otlp_http_span_exporter',
    TraceExporterMetricsHelper,
    undefined,
  )
  return {
    send: async (spans: ReadableSpan[]): Promise<void> => {
      response = new Uint8Array()
      await new Promise<void>((resolve, reject) => {
        exporter.export(spans, ({ code, error }) => {
          // 0 is success.
          const status: number = code
          if (status === 0) resolve()
          else reject(collectorError(error, url))
        })
      })
      const verdict = collectorVerdict(response, spans.length)
      if (verdict !== undefined) throw new Error(verdict)
    },
    close: () => exporter.shutdown(),
  }
}

const time = (ms: number): HrTime => {
  const nanoseconds = Math.round((ms % 1000) * 1e6)
  return [Math.floor(ms / 1000), nanoseconds]
}

function readable(
  span: SignInSpan,
  source: Pick<ReadableSpan, 'instrumentationScope' | 'resource'>,
): ReadableSpan {
  const { attributes, endedAt, error, events, kind, link, name, parentSpanId, spanId } = span
  const { startedAt, traceId } = span
  const context = (id: string) => ({ traceId, spanId: id, traceFlags: TraceFlags.SAMPLED })
  return {
    name,
    kind: kind === 'client' ? SpanKind.CLIENT : SpanKind.INTERNAL,
    spanContext: () => context(spanId),
    ...(parentSpanId !== undefined && { parentSpanContext: context(parentSpanId) }),
    startTime: time(startedAt),
    endTime: time(endedAt),
    duration: time(endedAt - startedAt),
    status:
      error === undefined
        ? { code: SpanStatusCode.UNSET }
        : { code: SpanStatusCode.ERROR, message: error },
    attributes: { ...attributes },
    links: link ? [{ context: context(link.spanId), attributes: { ...link.attributes } }] : [],
    events: events.map((event) => ({
      name: event.name,
      time: time(event.at),
      attributes: { ...event.attributes },
    })),
    ended: true,
    ...source,
    droppedAttributesCount: 0,
    droppedEventsCount: 0,
    droppedLinksCount: 0,
  }
}
