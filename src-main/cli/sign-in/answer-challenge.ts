import { challenges } from '#engine/catalogue/challenges/index.ts'
import { activeFields, type Field } from '#engine/catalogue/field.ts'
import { Secret } from '#engine/secret/secret.ts'
import type { WireValues } from '#engine/wire/wire-values.ts'
import type { TraceEvent } from '#engine/trace/event.ts'
import type { SignInDestination } from './destination.ts'
import type { ArgumentSecrets } from './argument-secrets.ts'

type PromptedEvent = Extract<TraceEvent, { type: 'prompted' }>

/**
 * The answer to a challenge from what the command line was given, or from what a practice user
 * knows; nothing when something required is missing.
 */
export async function answerChallenge(
  { available, challenge, parameters }: PromptedEvent,
  secrets: ArgumentSecrets,
  { practice }: SignInDestination,
): Promise<WireValues | undefined> {
  const fields = challenges.get(challenge)?.fields(parameters, available) ?? []
  const values: Record<string, string | Secret> = {}
  const keep = (field: Field, text: string) => {
    values[field.name] =
      field.sensitivity === 'secret' ? Secret.of(field.secretKind ?? 'text', text) : text
  }
  for (const field of fields) {
    const typed =
      field.name === 'NEW_PASSWORD'
        ? secrets.fromEnvironment('new-password-env', 'password')
        : undefined
    if (typed) values[field.name] = typed
    else {
      const text =
        (await secrets.answers())[field.name] ?? (practice && practiceAnswer(field, practice))
      if (typeof text === 'string') keep(field, text)
    }
  }
  const pending = activeFields(fields, values)
  const names = new Set(pending.map(({ name }) => name))
  const answer = Object.fromEntries(Object.entries(values).filter(([name]) => names.has(name)))
  const fullAnswer = (await secrets.answers())[challenge]
  if (typeof fullAnswer === 'object') {
    const open = new Set(fields.flatMap((one) => (one.sensitivity === 'public' ? [one.name] : [])))
    // A key that no field has may stand for a code or a password of any name.
    const args = Object.entries(fullAnswer).map(
      ([name, text]) => [name, open.has(name) ? text : Secret.of('text', text)] as const,
    )
    return { ...answer, ...Object.fromEntries(args) }
  }
  const complete = pending.every(({ name, required }) => !required || values[name] !== undefined)
  return pending.length > 0 && complete ? answer : undefined
}

/** What a practice user would type. */
function practiceAnswer(
  { choices, control, name, sensitivity, sent }: Field,
  { server, user }: NonNullable<SignInDestination['practice']>,
): string | undefined {
  if (name === 'NEW_PASSWORD') return user?.newPasswordHint
  if (name === 'PASSWORD') return user?.password
  if (control === 'code' && sent) return server.outbox().at(-1)?.code
  if (choices) return choices[0]?.value
  return sensitivity === 'personal' ? 'Practice' : undefined
}
