import { redactAnswer } from '../redaction/redact-answer.ts'
import type { Secret } from '../secret/secret.ts'
import { textOf } from '../tokens/base64url.ts'
import {
  traceVersion,
  type Instant,
  type OpenAnswer,
  type TraceEvent,
  type TraceTarget,
} from '../trace/event.ts'
import type { Fact } from '../trace/fact.ts'
import { MarkRegistry } from '../trace/mark-registry.ts'
import type { Origin } from '../trace/origin.ts'
import { redactTriggerExecution } from '../redaction/redact-trigger-execution.ts'
import { parseJsonObject, textMember } from './json-object.ts'
import type { Placement } from './chain-builder.ts'
import { recordedAnswer } from './recorded-answer.ts'
import { RecordedFacts } from './recorded-facts.ts'
import { recordedAttempt } from './recorded-attempt.ts'
import type { RecordedCall } from './recorded-call.ts'

/** What a trace of a chain begins with. */
export interface ChainTraceStart {
  readonly traceId: string
  /** 16 random bytes. */
  readonly salt: Uint8Array
  /** Name and version, as in `Authscope 0.1.0`. */
  readonly application: string
  readonly target: TraceTarget
  readonly origin: Origin
  readonly username: string
  /** Of the profile that the app client belongs to, where it is known. */
  readonly clientSecret?: Secret
  /** Of the user, where it is known. */
  readonly totpSecret?: Secret
  /** Stands for the time of calls whose own is not known. */
  readonly at: Instant
  /** When the sign-in began, where the recording says it; else with its first call. */
  readonly startedAt?: Instant
  /** What the recording says was known before the first call. */
  readonly facts?: readonly Fact[]
}

/** The bytes of one attempt, which an exact export is made from. */
export interface RecordedBytes {
  readonly step: number
  readonly attempt: number
  readonly request: Uint8Array
  readonly response: Uint8Array | undefined
}

/**
 * The trace of one chain, written call by call. Every secret of a call becomes a mark before an
 * event of that call exists.
 */
export class ChainTrace {
  readonly events: TraceEvent[] = []
  readonly bytes: RecordedBytes[] = []
  readonly marks: MarkRegistry
  readonly #start: ChainTraceStart
  readonly #facts: RecordedFacts
  #at: Instant
  #stepAt: Instant | undefined
  /** The challenge that the newest answer asked and no later one settled. */
  #open: string | undefined
  #ended: 'tokens' | 'accepted' | 'refused' | 'failed' | undefined

  constructor(start: ChainTraceStart) {
    this.#start = start
    this.#at = start.at
    this.marks = new MarkRegistry(start.salt)
    const { clientSecret, target, totpSecret, username } = start
    this.#facts = new RecordedFacts({
      typed: username,
      clientId: target.clientId,
      userPoolId: target.userPoolId,
      ...(clientSecret && { clientSecret }),
      ...(totpSecret && { totpSecret }),
    })
  }

  /** Writes a call. @returns the new events */
  add(call: RecordedCall, { attempt: number, link, step }: Placement): readonly TraceEvent[] {
    const from = this.events.length
    const at = call.sentAt ?? call.at ?? this.#at
    const end = at + (call.durationMs ?? 0)
    const attempt = recordedAttempt(call, number, call.at ?? at, this.marks)
    const answer = this.#answer(call)
    if (from === 0) this.#begin(call, at)
    if (number === 1) {
      this.#stepAt = call.sentAt ?? call.at
      this.events.push(this.#sent(call, step, at, link))
    }
    const facts = number === 1 ? this.#facts.of(call) : []
    if (facts.length > 0) this.events.push({ type: 'facts', at, step, facts })
    this.events.push({ type: 'attempted', at: end, step, attempt })
    for (const run of call.triggers ?? [])
      this.events.push({
        type: 'triggered',
        at: end,
        step,
        run: redactTriggerExecution(run, this.marks),
      })
    const retried = number > 1 && call.durationMs !== undefined && this.#stepAt !== undefined
    const durationMs = call.stepMs ?? (retried ? end - (this.#stepAt ?? end) : call.durationMs)
    this.events.push({
      type: 'answered',
      at: end,
      step,
      ...(durationMs !== undefined && { durationMs }),
      answer,
    })
    const { request, response } = call
    if (request.body || response?.body)
      this.bytes.push({
        step,
        attempt: number,
        request: request.body ?? new Uint8Array(),
        response: response?.body,
      })
    this.#at = end
    this.#settle(answer, end)
    return this.events.slice(from)
  }

  /** Writes what other chains say of this one. @returns the new events, none where there is nothing */
  tell(facts: readonly Fact[], at = this.#at): readonly TraceEvent[] {
    if (facts.length === 0) return []
    const event: TraceEvent = { type: 'facts', at, step: 0, facts }
    this.events.push(event)
    return [event]
  }

  /** Says that no further call comes. @returns the new events, none where the chain has ended */
  end(): readonly TraceEvent[] {
    if (this.events.length === 0 || this.#ended) return []
    const message = this.#open
      ? `The recording ends before ${this.#open} was answered.`
      : 'The recording does not say how this ended.'
    const event: TraceEvent = { type: 'ended', at: this.#at, outcome: 'incomplete', message }
    this.events.push(event)
    return [event]
  }

  #begin(call: RecordedCall, at: Instant): void {
    const { application, facts = [], origin, target, traceId, username } = this.#start
    const startedAt = Math.min(this.#start.startedAt ?? at, at)
    this.events.push({
      type: 'started',
      at: startedAt,
      version: traceVersion,
      traceId,
      application,
      flow: bodyMember(call, 'AuthFlow') ?? call.operation,
      username: this.marks.show(username),
      target,
      origin,
    })
    this.tell(facts, startedAt)
  }

  #sent(
    call: RecordedCall,
    step: number,
    at: Instant,
    link: Placement['link'],
  ): Extract<TraceEvent, { type: 'sent' }> {
    const challenge = bodyMember(call, 'ChallengeName')
    const session = bodyMember(call, 'Session')
    return {
      type: 'sent',
      at,
      step,
      operation: call.operation,
      by: call.by ?? 'application',
      ...(challenge !== undefined && { challenge }),
      ...(link !== undefined && { link }),
      ...(call.fault !== undefined && { fault: call.fault }),
      // The body was written before, so that the session has its mark.
      ...(session !== undefined && session !== '' && { session: this.marks.show(session) }),
    }
  }

  #answer(call: RecordedCall): OpenAnswer {
    const answer = recordedAnswer(call)
    return answer.kind === 'not captured'
      ? answer
      : withClaims(redactAnswer(answer, this.marks), call)
  }

  /** Tokens end a sign-in for good; after a refusal the same session may take another answer. */
  #settle(answer: OpenAnswer, at: Instant): void {
    if (this.#ended === 'tokens' || this.#ended === 'accepted') return
    switch (answer.kind) {
      case 'challenged':
        this.#open = answer.challenge
        this.#ended = undefined
        return
      case 'not captured':
        this.#open = undefined
        this.#ended = undefined
        return
      case 'accepted':
        // On the way to the answer of a challenge, as AssociateSoftwareToken is.
        if (this.#open === undefined) this.#end('accepted', at)
        return
      case 'tokens':
        this.#end('tokens', at)
        return
      case 'refused':
        this.#end('refused', at, `${answer.error}: ${answer.message}`)
        return
      case 'unreadable':
        this.#end('failed', at, answer.detail)
        return
      case 'failed':
        this.#end('failed', at, answer.message)
        return
    }
  }

  #end(outcome: 'tokens' | 'accepted' | 'refused' | 'failed', at: Instant, message?: string): void {
    this.#ended = outcome
    this.events.push({ type: 'ended', at, outcome, ...(message !== undefined && { message }) })
  }
}

/** The answer with what the recording says of tokens that it has marks of. */
const withClaims = (answer: OpenAnswer, { claims = [] }: RecordedCall): OpenAnswer =>
  answer.kind === 'tokens'
    ? {
        ...answer,
        tokens: answer.tokens.map((token) => ({
          ...claims.find(({ use }) => use === token.use),
          ...token,
        })),
      }
    : answer

function bodyMember({ request }: RecordedCall, name: string): string | undefined {
  return request.body && textMember(parseJsonObject(textOf(request.body)), name)
}
