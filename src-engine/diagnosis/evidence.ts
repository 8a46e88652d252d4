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
  /** AuthFlow that the sign-in began with; the operation where it began with another. */
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
    if (step.operation !== undefined) steps.push(evidenceStep(step, view.flow, steps))
  // A HAR has no other place for what was known before than the first call.
  return { view, steps, target: view.target, known: [...view.facts, ...(steps[0]?.facts ?? [])] }
}

function evidenceStep(
  step: TimelineStep,
  flow: string,
  earlier: readonly EvidenceStep[],
): EvidenceStep {
  const last = step.attempts.at(-1)
  // Read when a rule asks for it: most calls succeed, and nobody does.
  let body: JsonObject | undefined
  const request = () => (body ??= parsedObject(last?.requestBody))
  const { answer, operation = '' } = step
  const answers = operation.endsWith('RespondToAuthChallenge')
  const challenge = step.challenge ?? (answers ? ownText(request(), 'ChallengeName') : undefined)
  const asking =
    challenge === undefined
      ? undefined
      : earlier.findLast(
          ({ answer: received }) =>
            received?.kind === 'challenged' && received.challenge === challenge,
        )
  return {
    ...{ attempts: step.attempts, number: step.number, triggers: step.triggers, at: step.at },
    ...{ facts: step.facts, answer, flow, challenge, operation },
    get request() {
      return request()
    },
    get headers() {
      return headersOf(last?.response?.headers ?? [])
    },
    refusal: answer?.kind === 'refused' ? answer : undefined,
    challengeParameters: asking?.answer?.kind === 'challenged' ? asking.answer.parameters : {},
    challengedAt: asking?.at,
    get session() {
      // What went out counts: a fault that was injected may have changed it.
      return ownText(request(), 'Session') ?? step.session
    },
    clockAhead: last?.response?.clockAhead,
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

/** The values of a fact about the call; nothing where it is not known. */
export const factOf = <Values extends object>(
  { facts }: Pick<EvidenceStep, 'facts'>,
  fact: FactName<Values>,
): Partial<Values> | undefined => factAmong(facts, fact)
