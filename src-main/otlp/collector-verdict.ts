/**
 * What a collector that answered with success says against the spans, for an error message; undefined
 * where it accepted all of them. The exporter of OpenTelemetry does not look at it.
 * @param body the response as received; empty when it accepted all spans without a word
 */
export function collectorVerdict(body: string, spans: number): string | undefined {
  if (/^\s*</.test(body))
    return 'A web page answered instead of a collector. Check the URL, and whether a login is required.'
  const { errorMessage, rejectedSpans } = partialSuccess(body)
  const rejected = Number(rejectedSpans)
  if (!(rejected > 0)) return undefined
  const reason = typeof errorMessage === 'string' && errorMessage !== '' ? `: ${errorMessage}` : '.'
  return `The collector rejected ${String(rejected)} of ${String(spans)} spans${reason}`
}

/** The part of the response that OTLP has for this; JSON writes its number as a text or as a number. */
function partialSuccess(body: string): Readonly<Record<string, unknown>> {
  try {
    const response: unknown = JSON.parse(body)
    return objectOf(objectOf(response)['partialSuccess'])
  } catch {
    return {}
  }
}

const objectOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {}
