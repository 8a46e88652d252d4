import { publicSrpValues } from '../catalogue/public-srp-values.ts'
import { sensitiveMember } from '../catalogue/sensitive-members.ts'
import { deviceVerifierConfig } from '../devices/device-verifier.ts'
import { Secret, type SecretKind } from '../secret/secret.ts'
import type { OpenAnswer, OpenToken, Trace, TraceEvent } from '../trace/event.ts'
import { MarkRegistry } from '../trace/mark-registry.ts'
import type { MarkedSecret } from '../trace/marked-secret.ts'
import type { Origin } from '../trace/origin.ts'
import { redactAttempt } from '../redaction/redact-attempt.ts'

/** A trace of our own file: as it was, or with marks again where it was exported with its secrets. */
export interface ReopenedTrace {
  readonly events: readonly TraceEvent[]
  readonly secrets: readonly MarkedSecret[]
  readonly open: (mark: string) => Secret | undefined
}

/** @param salt 16 random bytes */
export function reopenedTrace(
  trace: Trace,
  origin: Omit<Extract<Origin, { kind: 'imported' }>, 'start'>,
  salt: Uint8Array,
): ReopenedTrace {
  const events = trace.events.map((event) =>
    event.type === 'started' ? { ...event, origin: importedFrom(event.origin, origin) } : event,
  )
  if (isRedacted(trace)) return { events, secrets: trace.secrets, open: () => undefined }
  const marks = new MarkRegistry(salt)
  const kinds = new Map(trace.secrets.map(({ kind, length }) => [length, kind]))
  // Bodies say by their members what is secret; only then is it found wherever else it is.
  for (const event of events) if (event.type === 'attempted') redactAttempt(event.attempt, marks)
  for (const event of events) markValues(event, marks, kinds)
  return {
    events: events.map((event) => redactedEvent(event, marks)),
    secrets: marks.list(),
    open: (mark) => marks.open(mark),
  }
}

const importedFrom = (
  before: Origin | undefined,
  origin: Omit<Extract<Origin, { kind: 'imported' }>, 'start'>,
): Origin => ({
  ...origin,
  start: before && before.kind !== 'performed' ? before.start : { kind: 'whole' },
})

/** An export with its secrets has their list, and not one of their marks. */
function isRedacted({ events, secrets }: Trace): boolean {
  const text = JSON.stringify(events)
  return secrets.length === 0 || secrets.some(({ mark }) => text.includes(mark))
}

const publicNames: ReadonlySet<string> = new Set(publicSrpValues)

/** Marks what is outside the bodies: sessions, tokens, parameters and computed values. */
function markValues(
  event: TraceEvent,
  marks: MarkRegistry,
  kinds: ReadonlyMap<number, SecretKind>,
): void {
  const mark = (kind: SecretKind, value: string | undefined) => {
    if (value) marks.mark(Secret.of(kind, value))
  }
  const markMembers = (members: Readonly<Record<string, string>>) => {
    for (const [name, value] of Object.entries(members)) {
      const sensitive = sensitiveMember(name)
      if (sensitive?.kind) mark(sensitive.kind, value)
    }
  }
  switch (event.type) {
    case 'sent':
      mark('session', event.session)
      break
    case 'prompted':
      mark('session', event.session)
      markMembers(event.parameters)
      break
    case 'computed':
      // What was computed on the way is in no body: its length says which secret it was.
      for (const { name, value } of event.values) {
        // The salt of a device’s verifier is no public value of an exchange.
        const isPublic = publicNames.has(name) && event.what !== deviceVerifierConfig
        const kind = isPublic ? undefined : kinds.get(value.length)
        if (kind) mark(kind, value)
      }
      break
    case 'answered':
      markAnswer(event.answer, mark, markMembers)
      break
    default:
      break
  }
}

function markAnswer(
  answer: OpenAnswer,
  mark: (kind: SecretKind, value: string | undefined) => void,
  markMembers: (members: Readonly<Record<string, string>>) => void,
): void {
  if (answer.kind === 'tokens')
    for (const { mark: token, use } of answer.tokens) mark(tokenKinds[use], token)
  if (answer.kind === 'challenged' || answer.kind === 'accepted') mark('session', answer.session)
  if (answer.kind === 'challenged') markMembers(answer.parameters)
  if (answer.kind === 'accepted') markMembers(answer.values)
}

const tokenKinds: Readonly<Record<OpenToken['use'], SecretKind>> = {
  id: 'id token',
  access: 'access token',
  refresh: 'refresh token',
}

function redactedEvent(event: TraceEvent, marks: MarkRegistry): TraceEvent {
  if (event.type === 'attempted') return { ...event, attempt: redactAttempt(event.attempt, marks) }
  return redacted(event, marks) as TraceEvent
}

/** Replaces every known secret anywhere in the strings of a value. */
function redacted(value: unknown, marks: MarkRegistry): unknown {
  if (typeof value === 'string') return marks.redact(value)
  if (Array.isArray(value)) return value.map((each: unknown) => redacted(each, marks))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, redacted(each, marks)]),
  )
}
