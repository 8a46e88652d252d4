import { Secret } from '#engine/secret/secret.ts'
import type { Computed } from '#engine/catalogue/computed.ts'
import type { WireValues } from '#engine/wire/wire-values.ts'
import type { TransportFailure } from '#engine/wire/transport-failure.ts'
import { redactAnswer, redactParameters } from '#engine/redaction/redact-answer.ts'
import type { Attempt, TraceEvent } from '#engine/trace/event.ts'
import type { Fact } from '#engine/trace/fact.ts'
import { redactAttempt } from '#engine/redaction/redact-attempt.ts'
import {
  redactTriggerExecution,
  type RawTriggerExecution,
} from '#engine/redaction/redact-trigger-execution.ts'
import { roundedMs } from '#engine/units/milliseconds.ts'
import { MarkRegistry } from '#engine/trace/mark-registry.ts'
import type { MarkedSecret } from '#engine/trace/marked-secret.ts'
import type { Answer } from '#engine/wire/read-answer.ts'
import type { WireValue } from '#engine/wire/request.ts'
import type { AttemptBytes } from '#main/trace-store/attempt-bytes.ts'
import { headersByName, type RawAttempt } from '#main/http/raw-attempt.ts'

type WithoutTime<Event> = Event extends TraceEvent ? Omit<Event, 'at'> : never

/** What the writer takes from the run that it writes for. */
export interface TraceWriterPorts {
  /** 16 random bytes. */
  readonly salt: Uint8Array
  readonly now: () => number
  /** Called for each event, with the secrets that were not marked before it. */
  readonly written: (event: TraceEvent, fresh: readonly MarkedSecret[]) => void
  /** Called when an event cannot be made, which is a fault of ours. */
  readonly failed: (error: unknown) => void
}

/**
 * Writes the trace of one sign-in: every secret becomes a mark before its event exists. Events are
 * made in order, but only once the process has nothing more urgent to do: the next call is on its
 * way while the last one is written up.
 */
export class TraceWriter {
  readonly #events: TraceEvent[] = []
  readonly #bytes: AttemptBytes[] = []
  readonly #ports: TraceWriterPorts
  readonly #marks: MarkRegistry
  readonly #waiting: (() => void)[] = []
  #announced = 0

  constructor(ports: TraceWriterPorts) {
    this.#ports = ports
    this.#marks = new MarkRegistry(ports.salt)
  }

  /** Everything that was written so far, with nothing left waiting. */
  get written(): {
    readonly events: readonly TraceEvent[]
    readonly bytes: readonly AttemptBytes[]
  } {
    this.#writeWaiting()
    return { events: this.#events, bytes: this.#bytes }
  }

  /** Has an event made, if there is something to say; its time is that of this call. */
  write(make: () => WithoutTime<TraceEvent> | undefined): void {
    const at = this.#ports.now()
    this.#later(() => {
      const draft = make()
      if (!draft) return
      const event = { ...draft, at }
      const secrets = this.#marks.list()
      const fresh = secrets.slice(this.#announced)
      this.#announced = secrets.length
      this.#events.push(event)
      this.#ports.written(event, fresh)
    })
  }

  #later(task: () => void): void {
    this.#waiting.push(task)
    if (this.#waiting.length === 1)
      setImmediate(() => {
        this.#writeWaiting()
      })
  }

  /** In order also when a listener asks for what is written while it is told of an event. */
  #writeWaiting(): void {
    for (let task = this.#waiting.shift(); task; task = this.#waiting.shift())
      try {
        task()
      } catch (error) {
        this.#ports.failed(error)
      }
  }

  /** Seals every secret in a value, so that no later text shows it. */
  redact(value: WireValue | undefined): void {
    this.#later(() => {
      this.#markAll(value)
    })
  }

  #markAll(value: WireValue | undefined): void {
    if (value instanceof Secret) this.#marks.mark(value)
    else if (typeof value === 'object' && value !== null)
      for (const member of Object.values(value)) this.#markAll(member)
  }

  /** A value as it appears in an event; only for use within one that is being created. */
  show(value: string | Secret): string {
    return this.#marks.show(value)
  }

  /** Values as they may be shown at once, apart from any event. */
  shownNow(values: WireValues): Readonly<Record<string, string>> {
    this.#writeWaiting()
    return Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, this.#marks.show(value)]),
    )
  }

  open(mark: string): Secret | undefined {
    return this.#marks.open(mark)
  }

  secrets(): readonly MarkedSecret[] {
    return this.#marks.list()
  }

  computed(
    step: number,
    what: string,
    durationMs: number,
    { shown }: Pick<Computed, 'shown'>,
  ): void {
    if (shown.length === 0) return
    this.write(() => {
      const values = shown.map((one) => ({ ...one, value: this.show(one.value) }))
      return { type: 'computed', step, what, durationMs: roundedMs(durationMs), values }
    })
  }

  /** Writes up facts, where there are any; they are computed when there is time for it. */
  facts(step: number, compute: () => readonly Fact[]): void {
    this.write(() => {
      const facts = compute()
      return facts.length > 0 ? { type: 'facts', step, facts } : undefined
    })
  }

  attempted(step: number, raw: RawAttempt): void {
    this.#bytes.push({
      step,
      attempt: raw.number,
      request: raw.requestBody,
      response: raw.response?.body,
    })
    this.write(() => ({
      type: 'attempted',
      step,
      attempt: redactAttempt(clearAttempt(raw), this.#marks),
    }))
  }

  triggered(step: number, run: RawTriggerExecution): void {
    this.write(() => ({ type: 'triggered', step, run: redactTriggerExecution(run, this.#marks) }))
  }

  answered(step: number, durationMs: number, answer: Answer | TransportFailure): void {
    this.write(() => ({
      type: 'answered',
      step,
      durationMs,
      answer: redactAnswer(answer, this.#marks),
    }))
  }

  parameters(inputs: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
    return redactParameters(inputs, this.#marks)
  }
}

function clearAttempt({ failure, requestBody, response, ...open }: RawAttempt): Attempt {
  const requestId = response && headersByName(response.headers)['x-amzn-requestid']
  return {
    ...open,
    requestBody: Buffer.from(requestBody).toString('utf8'),
    requestSize: requestBody.length,
    ...(response && {
      response: {
        ...response,
        body: Buffer.from(response.body).toString('utf8'),
        size: response.body.length,
        ...(requestId !== undefined && { requestId }),
      },
    }),
    ...(failure && { failure: { code: failure.code, message: failure.message } }),
  }
}
