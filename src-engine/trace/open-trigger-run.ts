import { Secret, type SecretKind } from '../secret/secret.ts'
import type { OpenTriggerRun } from './event.ts'
import type { Sealer } from './sealer.ts'

/** A run as the practice pool tells it, in the clear. */
export interface RawTriggerRun {
  readonly trigger: string
  readonly triggerSource: string
  readonly event: Readonly<Record<string, unknown>>
  readonly answer?: unknown
  readonly error?: { readonly type: string; readonly message: string }
  readonly console: readonly string[]
  readonly durationMs: number
}

/** Members of a trigger's event, and of its answer, that are secret wherever they stand. */
const secretMembers: ReadonlyMap<string, SecretKind> = new Map([
  ['password', 'password'],
  ['code', 'code'],
  ['challengeAnswer', 'custom answer'],
  ['privateChallengeParameters', 'custom answer'],
])

/**
 * A run as it may stand in a trace. Secrets are marked before anything is shown, so that no line of
 * the console and no other member says what one of them is.
 */
export function openTriggerRun(run: RawTriggerRun, sealer: Sealer): OpenTriggerRun {
  const { answer, error } = run
  for (const value of [run.event, answer]) markSecrets(value, sealer, undefined)
  return {
    trigger: run.trigger,
    triggerSource: run.triggerSource,
    requestBody: opened(run.event, sealer),
    ...(answer !== undefined && { body: opened(answer, sealer) }),
    ...(error && { refusal: { error: error.type, message: sealer.seal(error.message) } }),
    console: run.console.map((line) => sealer.seal(line)),
    durationMs: run.durationMs,
  }
}

const secretText = (value: unknown, kind: SecretKind | undefined): Secret | undefined =>
  kind && (typeof value === 'string' || typeof value === 'number')
    ? Secret.of(kind, String(value))
    : undefined

function markSecrets(value: unknown, sealer: Sealer, kind: SecretKind | undefined): void {
  const secret = secretText(value, kind)
  if (secret) sealer.mark(secret)
  if (typeof value !== 'object' || value === null) return
  for (const [name, each] of Object.entries(value))
    markSecrets(each, sealer, secretMembers.get(name) ?? kind)
}

const opened = (value: unknown, sealer: Sealer): string =>
  JSON.stringify(shown(value, sealer, undefined))

function shown(value: unknown, sealer: Sealer, kind: SecretKind | undefined): unknown {
  const secret = secretText(value, kind)
  if (secret) return sealer.mark(secret)
  if (typeof value === 'string') return sealer.seal(value)
  if (Array.isArray(value)) return value.map((each) => shown(each, sealer, kind))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      sealer.seal(name),
      shown(each, sealer, secretMembers.get(name) ?? kind),
    ]),
  )
}
