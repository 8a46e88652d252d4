import { transportFailure } from '#main/http/transport-failure.ts'

/**
 * What kept a collector from taking spans, as a sentence that names the collector. OpenTelemetry's
 * exporter says no more than the reason phrase of a status, or that one may be tried again.
 * @param error as the exporter gave it
 * @param url of the collector’s traces
 */
export function collectorError(error: Error | undefined, url: string): Error {
  const { host } = new URL(url)
  if (error === undefined) return new Error(`The collector at ${host} did not accept the trace.`)
  if ('syscall' in error) return new Error(transportFailure(error, host, false).message)
  if (error.name !== 'OTLPExporterError') return error
  const status = 'code' in error && typeof error.code === 'number' ? error.code : undefined
  return new Error(
    status === undefined
      ? `The collector at ${host} answered every attempt with a status that asks to retry later (429, 502, 503 or 504). Check that it runs and is not overloaded.`
      : `The collector at ${host} answered with status ${`${String(status)} ${error.message}`.trim()}. Check the URL, and OTEL_EXPORTER_OTLP_HEADERS if it asks for a key.`,
  )
}
