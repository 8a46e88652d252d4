import { triggerMembers } from '../catalogue/members/trigger-members.ts'
import { Secret, type SecretKind } from '../secret/secret.ts'
import type { OpenTriggerExecution } from '../trace/event.ts'
import type { MarkRegistry } from '../trace/mark-registry.ts'

/** A run as the practice pool tells it, in the clear. */
export interface RawTriggerExecution {
  readonly trigger: string
  readonly triggerSource: string
  readonly event: Readonly<Record<string, unknown>>
  readonly answer?: unknown
  readonly error?: { readonly type: string; readonly message: string }
  readonly console: readonly string[]
  readonly durationMs: number
}

/** The kind of what is secret in a member of a trigger's event or answer, wherever it is. */
const secretKind = (name: string): SecretKind | undefined => {
  const member = triggerMembers.get(name)
  return member?.sensitivity === 'secret' ? member.kind : undefined
}

/**
 * A trigger's execution as in a trace. Secrets are marked before anything is shown, so that no line of
 * the console and no other member says what one of them is.
 */
export function redactTriggerExecution(
  run: RawTriggerExecution,
  marks: MarkRegistry,
): OpenTriggerExecution {
  const { answer, error } = run
  for (const value of [run.event, answer]) markSecrets(value, marks, undefined)
  return {
    trigger: run.trigger,
    triggerSource: run.triggerSource,
    requestBody: opened(run.event, marks),
    ...(answer !== undefined && { body: opened(answer, marks) }),
    ...(error && { refusal: { error: error.type, message: marks.redact(error.message) } }),
    console: run.console.map((line) => marks.redact(line)),
    durationMs: run.durationMs,
  }
}

const secretText = (value: unknown, kind: SecretKind | undefined): Secret | undefined =>
  kind && (typeof value === 'string' || typeof value === 'number')
    ? Secret.of(kind, String(value))
    : undefined

function markSecrets(value: unknown, marks: MarkRegistry, kind: SecretKind | undefined): void {
  const secret = secretText(value, kind)
  if (secret) marks.mark(secret)
  if (typeof value !== 'object' || value === null) return
  for (const [name, each] of Object.entries(value))
    markSecrets(each, marks, secretKind(name) ?? kind)
}

const opened = (value: unknown, marks: MarkRegistry): string =>
  JSON.stringify(shown(value, marks, undefined))

function shown(value: unknown, marks: MarkRegistry, kind: SecretKind | undefined): unknown {
  const secret = secretText(value, kind)
  if (secret) return marks.mark(secret)
  if (typeof value === 'string') return marks.redact(value)
  if (Array.isArray(value)) return value.map((each) => shown(each, marks, kind))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      marks.redact(name),
      shown(each, marks, secretKind(name) ?? kind),
    ]),
  )
}
