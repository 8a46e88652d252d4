import { Secret } from '#engine/secret/secret.ts'
import type { TraceEvent } from '#engine/trace/event.ts'
import { sampleTrace } from '#engine/vectors/sample-trace.ts'
import type { StoredRun } from './trace-store.ts'

/** The dictionary of the database that the golden run is from. */
export const goldenDictionary = Buffer.from(
  '{"type":"attempted","step":1,"requestBody":"‹password ',
)

const sample = sampleTrace().trace.events
const started = sample.filter(({ type }) => type === 'started')
const template = sample.find((event) => event.type === 'attempted')
if (!template?.attempt.response) throw new Error('The sample has no attempt with a response.')
const { attempt } = template
const { response } = template.attempt

const attempted = (step: number, requestBody: string, body?: string): TraceEvent => {
  const { response: _, ...request } = attempt
  return {
    ...template,
    step,
    attempt: {
      ...request,
      number: 1,
      requestBody,
      ...(body !== undefined && { response: { ...response, body } }),
    },
  }
}

const quoted = 'Pa"ss\\w\u00f6rd\n\u{1f511}'
/** More than deflate looks back. */
const long = Array.from({ length: 400 }, (_, number) => 'x'.repeat(90) + String(number)).join(',')

/** A run with everything that is put back into bodies in some way of its own. */
export const goldenRun: Pick<StoredRun, 'bytes' | 'events' | 'secrets'> = {
  events: [
    ...started,
    attempted(
      1,
      '{"PASSWORD":"‹password 1a2b›","Session":"‹session 9f3a›"}',
      '{"a":"‹not a mark›"}',
    ),
    attempted(2, 'not JSON: ‹password 1a2b› ‹session 9f3a›', ''),
    attempted(3, '["‹password 1a2b›"]'),
    attempted(4, `{"long":"${long}","PASSWORD":"‹password 1a2b›"}`, '<html>‹session 9f3a›</html>'),
  ],
  secrets: new Map([
    ['‹password 1a2b›', Secret.of('password', quoted)],
    ['‹session 9f3a›', Secret.of('session', 'AYABeF/+session==')],
  ]),
  bytes: [
    [
      1,
      `{"PASSWORD":${JSON.stringify(quoted)},"Session":"AYABeF/+session=="}`,
      '{"a":"‹not a mark›"}',
    ] as const,
    [2, `not JSON: ${quoted} AYABeF/+session==`, ''] as const,
    [3, `[${JSON.stringify(quoted)}]`, undefined] as const,
    [
      4,
      `{"long":"${long}","PASSWORD":${JSON.stringify(quoted)}}`,
      '<html>AYABeF/+session==</html>',
    ] as const,
  ].map(([step, request, response]) => ({
    step,
    attempt: 1,
    request: new Uint8Array(Buffer.from(request)),
    response: response === undefined ? undefined : new Uint8Array(Buffer.from(response)),
  })),
}
