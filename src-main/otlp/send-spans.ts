import { SpanKind, SpanStatusCode, TraceFlags, type HrTime } from '@opentelemetry/api'
import { createOtlpHttpExportDelegate } from '@opentelemetry/otlp-exporter-base/node-http'
import {
  ProtobufTraceSerializer,
  TraceExporterMetricsHelper,
} from '@opentelemetry/otlp-transformer'
import { resourceFromAttributes } from '@opentelemetry/resources'
import type { ReadableSpan } from '@opentelemetry/sdk-trace-base'
import type { SignInSpan } from '#engine/export/spans.ts'
import { collectorConfiguration } from './collector-configuration.ts'
import { collectorVerdict } from './collector-verdict.ts'

/**
 * Sends spans to a collector by OTLP over HTTP, in protobuf.
 * @param url of the collector’s traces, as in `http://localhost:4318/v1/traces`
 * @throws Error with what the collector or the network said
 */
export async function sendSpans(
  spans: readonly SignInSpan[],
  { url, version }: { readonly url: string; readonly version: string },
): Promise<void> {
  let response: Uint8Array = new Uint8Array()
  const exporter = createOtlpHttpExportDelegate(
    collectorConfiguration(url),
    {
      serializeRequest: (request) => ProtobufTraceSerializer.serializeRequest(request),
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
  try {
    await new Promise<void>((resolve, reject) => {
      exporter.export(
        spans.map((span) => readable(span, version)),
        ({ code, error }) => {
          // 0 is success.
          const status: number = code
          if (status === 0) resolve()
          else reject(error ?? new Error('The collector did not take the trace.'))
        },
      )
    })
  } finally {
    await exporter.shutdown()
  }
  const verdict = collectorVerdict(response, spans.length)
  if (verdict !== undefined) throw new Error(verdict)
}

const time = (ms: number): HrTime => {
  const nanoseconds = Math.round((ms % 1000) * 1e6)
  return [Math.floor(ms / 1000), nanoseconds]
}

function readable(span: SignInSpan, version: string): ReadableSpan {
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
    resource: resourceFromAttributes({ 'service.name': 'authscope', 'service.version': version }),
    instrumentationScope: { name: 'authscope', version },
    droppedAttributesCount: 0,
    droppedEventsCount: 0,
    droppedLinksCount: 0,
  }
}
