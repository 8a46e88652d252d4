import { ProtobufTraceSerializer } from '@opentelemetry/otlp-transformer'

/**
 * What a collector that answered with success says against the spans, for an error message; undefined
 * where it accepted all of them. The exporter of OpenTelemetry does not look at it.
 * @param body the response as received; empty when it accepted all spans without a word
 */
export function collectorVerdict(body: Uint8Array, spans: number): string | undefined {
  const text = new TextDecoder().decode(body)
  if (/^\s*</.test(text))
    return 'A web page answered instead of a collector. Check the URL, and whether a login is required.'
  const { errorMessage, rejectedSpans } = partialSuccess(body, text)
  const rejected = Number(rejectedSpans)
  if (!(rejected > 0)) return undefined
  const reason = typeof errorMessage === 'string' && errorMessage !== '' ? `: ${errorMessage}` : '.'
  return `The collector rejected ${String(rejected)} of ${String(spans)} spans${reason}`
}

/** The part of the response that OTLP has for this; JSON writes its number as a text or as a number. */
function partialSuccess(body: Uint8Array, text: string): Readonly<Record<string, unknown>> {
  try {
    const response: unknown = /^\s*\{/.test(text)
      ? JSON.parse(text)
      : ProtobufTraceSerializer.deserializeResponse(body)
    return objectOf(objectOf(response)['partialSuccess'])
  } catch {
    return {}
  }
}

const objectOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {}
