import { factsOf } from '#engine/facts/facts-of.ts'
import type { KnownCall } from '#engine/facts/known-call.ts'
import type { Author } from '#engine/sign-in/transition.ts'
import { Secret } from '#engine/secret/secret.ts'
import type { TransportFailure } from '#engine/wire/transport-failure.ts'
import type { Answer } from '#engine/wire/read-answer.ts'
import type { WireRequest } from '#engine/wire/request.ts'
import { headersByName } from '#main/http/raw-attempt.ts'
import type { RunPorts, RunRequest } from './run-dependencies.ts'
import type { TraceWriter } from './trace-writer.ts'

/** What a call is for, where it is a step of a sign-in. */
export interface CallAbout {
  readonly challenge?: string
  /** Title of the fault to inject. */
  readonly fault?: string
  /** What is known of the secrets in the call, besides those of the app client. */
  readonly known?: Pick<KnownCall, 'device' | 'names' | 'password' | 'srpKey' | 'totpSecret'>
}

/** What a call is made with. */
export interface CallDependencies {
  readonly start: RunRequest
  readonly ports: RunPorts
  readonly trace: TraceWriter
  /** Breaks it off. */
  readonly signal: AbortSignal
}

/** One call, written up as a step: what it was for, its attempts, the triggers, and its answer. */
export async function tracedCall(
  { ports, signal, start, trace }: CallDependencies,
  request: WireRequest,
  { by, challenge, fault, known, step }: CallAbout & { readonly step: number; readonly by: Author },
): Promise<Answer | TransportFailure> {
  trace.redact(request.input)
  // Of the call itself: a fault may have put another one into it than the challenge brought.
  const { Session: session } = request.input
  trace.write(() => ({
    type: 'sent',
    step,
    operation: request.operation,
    by,
    ...(fault !== undefined && { fault }),
    ...(challenge !== undefined && { challenge }),
    ...(session instanceof Secret && { session: trace.show(session) }),
  }))
  const at = ports.now()
  trace.facts(step, () => factsOf({ ...start.client, ...known, ...request, at }))
  const { answer, durationMs } = await ports.send(request, start, {
    timeoutMs: start.timeoutMs,
    signal,
    onAttempt: (attempt) => {
      trace.attempted(step, attempt)
      const headers = headersByName(attempt.response?.headers ?? [])
      for (const run of ports.triggersOf?.(headers['x-amzn-requestid'] ?? '') ?? [])
        trace.triggered(step, run)
    },
  })
  trace.answered(step, durationMs, answer)
  return answer
}
