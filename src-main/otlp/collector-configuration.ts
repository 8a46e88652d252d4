import { readFileSync } from 'node:fs'
import { parseKeyPairsIntoRecord } from '@opentelemetry/core'
import {
  getSharedConfigurationFromEnvironment,
  httpAgentFactoryFromOptions,
  type createOtlpHttpExportDelegate,
} from '@opentelemetry/otlp-exporter-base/node-http'

/** What the exporter of OpenTelemetry is configured with. */
type CollectorConfiguration = Parameters<typeof createOtlpHttpExportDelegate>[0]

/**
 * How a collector is reached, from the variables that OpenTelemetry has for it: headers, where
 * collectors expect their key, time limit, compression and certificates.
 * @param url of the collector’s traces
 * @throws Error when a file of a certificate cannot be read
 */
export const collectorConfiguration = (
  url: string,
  environment: NodeJS.ProcessEnv = process.env,
): CollectorConfiguration => {
  const variable = (name: string): string | undefined =>
    environment[`OTEL_EXPORTER_OTLP_TRACES_${name}`] ?? environment[`OTEL_EXPORTER_OTLP_${name}`]
  const file = (name: string): Buffer | undefined => {
    const path = variable(name)
    return path === undefined || path === '' ? undefined : readFileSync(path)
  }
  const headers = {
    ...parseKeyPairsIntoRecord(environment['OTEL_EXPORTER_OTLP_HEADERS']),
    ...parseKeyPairsIntoRecord(environment['OTEL_EXPORTER_OTLP_TRACES_HEADERS']),
    'Content-Type': 'application/x-protobuf',
  }
  return {
    timeoutMillis: 10_000,
    concurrencyLimit: 1,
    compression: 'none',
    ...definedOf(getSharedConfigurationFromEnvironment('TRACES')),
    url,
    headers: () => Promise.resolve(headers),
    agentFactory: httpAgentFactoryFromOptions({
      ca: file('CERTIFICATE'),
      cert: file('CLIENT_CERTIFICATE'),
      key: file('CLIENT_KEY'),
    }),
  }
}

/** Members without a value would hide the default. */
const definedOf = <Options extends object>(options: Options): Options =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Options
