import { OTLPExporterError } from '@opentelemetry/otlp-exporter-base'
import { expect, it } from 'vitest'
import { collectorError } from './collector-error.ts'

const url = 'http://collector.example:4318/v1/traces'

it.each([
  [new OTLPExporterError('Not Found', 404, '<html>'), 'answered with status 404 Not Found.'],
  [new OTLPExporterError('', 401), 'answered with status 401.'],
  [new OTLPExporterError('Export failed with retryable status'), '(429, 502, 503 or 504)'],
  [undefined, 'did not accept the trace'],
])('names the collector and what it answered: %s', (error, sentence) => {
  const { message } = collectorError(error, url)
  expect(message).toContain('The collector at collector.example:4318')
  expect(message).toContain(sentence)
})

it('says what the network said', () => {
  const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED', syscall: 'connect' })
  expect(collectorError(refused, url).message).toContain('Nothing listens at')
})
