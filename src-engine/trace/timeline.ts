import type { Link, Origin } from './origin.ts'
import type {
  Attempt,
  Instant,
  OpenAnswer,
  OpenTriggerExecution,
  OpenValue,
  TraceEvent,
  TraceOutcome,
  TraceTarget,
} from './event.ts'
import type { Fact } from './fact.ts'

/** One card of the timeline: a call with its answer, or a challenge that waits for one. */
export interface TimelineStep {
  readonly number: number
  /**
   * `unknown`: the recording does not say what the answer was. `cancelled`: the run was cancelled
   * before this call or challenge was answered.
   */
  readonly status: 'running' | 'done' | 'waiting' | 'refused' | 'failed' | 'cancelled' | 'unknown'
  readonly at: Instant
  readonly operation?: string
  /** The challenge that the call answers, or that waits. */
  readonly challenge?: string
  readonly by?: 'person' | 'automatic' | 'application'
  /** What ties a recorded call to those before it. */
  readonly link?: Link
  /** Title of the fault to inject. */
  readonly fault?: string
  readonly attempts: readonly Attempt[]
  /** The Lambda triggers that ran for the call, in their order; the practice pool alone tells. */
  readonly triggers: readonly OpenTriggerExecution[]
  readonly computed: readonly (OpenValue & { readonly what: string })[]
  readonly computedMs: number
  /** What can be said about the secrets of the call without showing them. */
  readonly facts: readonly Fact[]
  readonly answer?: OpenAnswer
  /** Milliseconds from sending to the answer, retries included. */
  readonly durationMs?: number
  /** Mark of the session that went along, or waits to. */
  readonly session?: string
  readonly pending?: Extract<TraceEvent, { type: 'prompted' }>
}

/** What the timeline shows; window, command line, exporters and diagnosis all read this. */
export interface Timeline {
  readonly traceId: string
  readonly flow: string
  readonly username: string
  readonly target: TraceTarget | undefined
  readonly origin: Origin
  readonly startedAt: Instant
  readonly endedAt?: Instant
  readonly state: 'empty' | 'running' | 'waiting' | TraceOutcome
  readonly message?: string
  readonly steps: readonly TimelineStep[]
  /** What was known of the client and the user before the first call. */
  readonly facts: readonly Fact[]
  /** Milliseconds that calls took which the service answered. */
  readonly serviceMs: number
  /** Milliseconds that challenges waited for a person. */
  readonly personMs: number
  /** Milliseconds that the server's clock is ahead of ours, by the newest answer. */
  readonly clockAhead?: number
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** A step while its events are read. */
type GrowingStep = Mutable<Omit<TimelineStep, 'attempts' | 'computed' | 'facts' | 'triggers'>> & {
  readonly attempts: Attempt[]
  readonly computed: TimelineStep['computed'][number][]
  readonly facts: Fact[]
  readonly triggers: OpenTriggerExecution[]
}

/** A timeline while its events are read. */
interface GrowingTimeline {
  readonly result: Mutable<Timeline>
  readonly steps: Map<number, GrowingStep>
  /** What was known before the first call. */
  readonly facts: Fact[]
}

/** The one projection of a trace. Events in an unknown order or of a cut-off trace are no error. */
export function timeline(events: readonly TraceEvent[]): Timeline {
  const facts: Fact[] = []
  const result: Mutable<Timeline> = {
    traceId: '',
    flow: '',
    username: '',
    target: undefined,
    origin: { kind: 'performed' },
    startedAt: events[0]?.at ?? 0,
    state: 'empty',
    steps: [],
    facts,
    serviceMs: 0,
    personMs: 0,
  }
  const growing: GrowingTimeline = { result, facts, steps: new Map() }
  for (const event of events) applyEvent(growing, event)
  result.steps = [...growing.steps.values()].sort((a, b) => a.number - b.number)
  return result
}

/** The step of an event, which begins with its first one. */
function stepOf(
  { steps }: GrowingTimeline,
  { at, step: number }: { readonly at: Instant; readonly step: number },
): GrowingStep {
  const known = steps.get(number)
  if (known) return known
  const begun: GrowingStep = {
    number,
    status: 'running',
    at,
    attempts: [],
    triggers: [],
    computed: [],
    computedMs: 0,
    facts: [],
  }
  steps.set(number, begun)
  return begun
}

function applyEvent(growing: GrowingTimeline, event: TraceEvent): void {
  const { facts, result, steps } = growing
  switch (event.type) {
    case 'started': {
      const { traceId, flow, username, target, at } = event
      Object.assign(result, { traceId, flow, username, target, startedAt: at, state: 'running' })
      result.origin = event.origin ?? result.origin
      break
    }
    case 'computed': {
      const step = stepOf(growing, event)
      for (const value of event.values) step.computed.push({ ...value, what: event.what })
      step.computedMs += event.durationMs
      break
    }
    case 'sent': {
      const step = stepOf(growing, event)
      if (step.pending && event.by === 'person') result.personMs += event.at - step.pending.at
      step.at = event.at
      step.status = 'running'
      step.operation = event.operation
      step.by = event.by
      if (event.fault !== undefined) step.fault = event.fault
      if (event.challenge !== undefined) step.challenge = event.challenge
      if (event.session !== undefined) step.session = event.session
      if (event.link !== undefined) step.link = event.link
      // A call with the tokens of a sign-in that has ended does not begin it again.
      if (result.endedAt === undefined) result.state = 'running'
      break
    }
    case 'facts': {
      const of = event.step === 0 ? facts : stepOf(growing, event).facts
      for (const fact of event.facts) of.push(fact)
      break
    }
    case 'attempted': {
      const step = stepOf(growing, event)
      step.attempts.push(event.attempt)
      const clockAhead = event.attempt.response?.clockAhead
      if (clockAhead !== undefined) result.clockAhead = clockAhead
      break
    }
    case 'triggered': {
      const step = stepOf(growing, event)
      step.triggers.push(event.run)
      break
    }
    case 'answered': {
      const step = stepOf(growing, event)
      step.answer = event.answer
      step.status = statusOf(event.answer)
      if (event.durationMs === undefined) break
      // A further attempt of a watched call is answered once more, for the whole of it. What got
      // no answer, as from a name that was not found, was no time of the service.
      if (event.answer.kind !== 'failed')
        result.serviceMs += event.durationMs - (step.durationMs ?? 0)
      step.durationMs = event.durationMs
      break
    }
    case 'prompted': {
      const step = stepOf(growing, event)
      step.pending = event
      step.status = 'waiting'
      step.challenge = event.challenge
      if (event.session !== undefined) step.session = event.session
      result.state = 'waiting'
      break
    }
    case 'ended': {
      result.state = event.outcome
      result.endedAt = event.at
      delete result.message
      if (event.message !== undefined) result.message = event.message
      for (const step of steps.values())
        if (event.outcome === 'cancelled' && wasInterrupted(step)) step.status = 'cancelled'
        else if (isOpen(step)) step.status = 'failed'
      break
    }
  }
}

const isOpen = ({ status }: Pick<TimelineStep, 'status'>): boolean =>
  status === 'running' || status === 'waiting'

/** A call that is cancelled under way is answered by a failure of that code. */
const wasInterrupted = (step: Pick<TimelineStep, 'answer' | 'status'>): boolean =>
  isOpen(step) || (step.answer?.kind === 'failed' && step.answer.code === 'cancelled')

function statusOf(answer: OpenAnswer): TimelineStep['status'] {
  switch (answer.kind) {
    case 'challenged':
    case 'accepted':
    case 'tokens':
      return 'done'
    case 'refused':
      return 'refused'
    case 'unreadable':
    case 'failed':
      return 'failed'
    case 'not captured':
      return 'unknown'
  }
}
