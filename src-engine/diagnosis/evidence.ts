import { factAmong } from '../facts/facts-of.ts'
import type { FactName } from '../facts/define-fact.ts'
import type { Instant, OpenAnswer, TraceEvent, TraceTarget } from '../trace/event.ts'
import type { Fact } from '../trace/fact.ts'
import { timeline, type Timeline, type TimelineStep } from '../trace/timeline.ts'
import { isObject, ownText, parsedObject, type JsonObject } from './json-object.ts'

/** A refusal by the service, with what is needed to recognise it. */
export interface StepRefusal {
  /** The bare name, as in `NotAuthorizedException`. */
  readonly error: string
  readonly message: string
  readonly status: number
}

/** One call as rules look at it: read once, whoever performed it. */
export interface EvidenceStep extends Pick<TimelineStep, 'attempts' | 'number' | 'triggers'> {
  readonly at: Instant
  readonly operation: string
  /** The challenge that the call answers. */
  readonly challenge: string | undefined
  /** AuthFlow of the call, or that the sign-in began with; the operation where it began with another. */
  readonly flow: string
  /** Body of the last attempt; empty where it was not captured. */
  readonly request: JsonObject
  /** Headers of the last answer, by lowercase name. */
  readonly headers: ReadonlyMap<string, string>
  readonly facts: readonly Fact[]
  readonly answer: OpenAnswer | undefined
  readonly refusal: StepRefusal | undefined
  /** ChallengeParameters that the call answers. */
  readonly challengeParameters: Readonly<Record<string, string>>
  /** When the challenge that the call answers was received. */
  readonly challengedAt: Instant | undefined
  /** Mark of the Session that went along. */
  readonly session: string | undefined
  /** The server’s clock minus the sender’s, in milliseconds. */
  readonly clockAhead: number | undefined
}

/** Everything that rules look at: the timeline of one trace, its facts, and what is known besides. */
export interface Evidence {
  readonly view: Timeline
  readonly steps: readonly EvidenceStep[]
  readonly target: TraceTarget | undefined
  /** What was known before the first call. */
  readonly known: readonly Fact[]
}

/** Gathers a trace once, so that no rule reads a body for itself. */
export function gatherEvidence(events: readonly TraceEvent[]): Evidence {
  const view = timeline(events)
  const steps: EvidenceStep[] = []
  for (const step of view.steps)
    if (step.operation !== undefined) steps.push(new ReadStep(step, view.flow, steps))
  // A HAR has no other place for what was known before than the first call.
  return { view, steps, target: view.target, known: [...view.facts, ...(steps[0]?.facts ?? [])] }
}

/**
 * A step as rules see it. A class, since its bodies are read when a rule asks for them: most calls
 * succeed, and nobody does.
 */
class ReadStep implements EvidenceStep {
  readonly attempts: EvidenceStep['attempts']
  readonly number: number
  readonly triggers: EvidenceStep['triggers']
  readonly at: Instant
  readonly operation: string
  readonly challenge: string | undefined
  readonly facts: readonly Fact[]
  readonly answer: OpenAnswer | undefined
  readonly refusal: StepRefusal | undefined
  readonly clockAhead: number | undefined
  readonly #step: TimelineStep
  readonly #earlier: readonly EvidenceStep[]
  readonly #chainFlow: string
  #request: JsonObject | undefined
  #headers: ReadonlyMap<string, string> | undefined
  #asking: EvidenceStep | null | undefined

  constructor(step: TimelineStep, flow: string, earlier: readonly EvidenceStep[]) {
    const { answer, attempts, operation = '' } = step
    this.#step = step
    this.#earlier = earlier
    this.attempts = attempts
    this.number = step.number
    this.triggers = step.triggers
    this.at = step.at
    this.operation = operation
    this.#chainFlow = flow
    this.facts = step.facts
    this.answer = answer
    this.refusal = answer?.kind === 'refused' ? answer : undefined
    this.clockAhead = attempts.at(-1)?.response?.clockAhead
    const answers = operation.endsWith('RespondToAuthChallenge')
    this.challenge =
      step.challenge ?? (answers ? ownText(this.request, 'ChallengeName') : undefined)
  }

  get request(): JsonObject {
    return (this.#request ??= parsedObject(this.#step.attempts.at(-1)?.requestBody))
  }

  get flow(): string {
    // A refresh that follows a sign-in has a flow of its own.
    const own = this.operation.endsWith('InitiateAuth') ? this.request['AuthFlow'] : undefined
    return typeof own === 'string' ? own : this.#chainFlow
  }

  get headers(): ReadonlyMap<string, string> {
    return (this.#headers ??= headersOf(this.#step.attempts.at(-1)?.response?.headers ?? []))
  }

  get challengeParameters(): Readonly<Record<string, string>> {
    const answer = this.#challenging()?.answer
    return answer?.kind === 'challenged' ? answer.parameters : {}
  }

  get challengedAt(): Instant | undefined {
    return this.#challenging()?.at
  }

  get session(): string | undefined {
    // What went out counts: a fault that was injected may have changed it.
    return ownText(this.request, 'Session') ?? this.#step.session
  }

  /** The call whose answer brought the challenge that this one answers. */
  #challenging(): EvidenceStep | undefined {
    const { challenge } = this
    if (challenge === undefined) return undefined
    this.#asking ??=
      this.#earlier.findLast(
        ({ answer, number }) =>
          number < this.number && answer?.kind === 'challenged' && answer.challenge === challenge,
      ) ?? null
    return this.#asking ?? undefined
  }
}

const headersOf = (
  headers: readonly (readonly [name: string, value: string])[],
): ReadonlyMap<string, string> =>
  new Map(headers.map(([name, value]) => [name.toLowerCase(), value]))

const containers = ['AuthParameters', 'ChallengeResponses']

/** A text that the call sent under one of these names, wherever in its body; secrets are marks. */
export function sent(step: EvidenceStep, ...names: readonly string[]): string | undefined {
  for (const part of [...containers.map((name) => step.request[name]), step.request])
    for (const name of names) {
      const text = isObject(part) ? ownText(part, name) : undefined
      if (text !== undefined) return text
    }
  return undefined
}

/** Whether the call certainly sent no value under these names: its body was recorded, with every member. */
export function sentNo(step: EvidenceStep, ...names: readonly string[]): boolean {
  const { notCaptured = [] } = step.attempts.at(-1) ?? {}
  const isWhole = !notCaptured.some(
    ({ part }) => part === 'request body' || part === 'request members',
  )
  return isWhole && Object.keys(step.request).length > 0 && !sent(step, ...names)
}

/** The values of a fact about the call; nothing where it is not known. */
export const factOf = <Values extends object>(
  { facts }: Pick<EvidenceStep, 'facts'>,
  fact: FactName<Values>,
): Partial<Values> | undefined => factAmong(facts, fact)
