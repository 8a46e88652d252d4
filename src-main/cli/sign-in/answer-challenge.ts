import { challenges } from '#engine/catalogue/challenges/index.ts'
import type { Field } from '#engine/catalogue/field.ts'
import { Secret } from '#engine/secret/secret.ts'
import type { WireValues } from '#engine/sign-in/context.ts'
import type { TraceEvent } from '#engine/trace/event.ts'
import type { SignInDestination } from './destination.ts'
import type { GivenSecrets } from './given-secrets.ts'

type AskedEvent = Extract<TraceEvent, { type: 'asked' }>

/**
 * The answer to a challenge from what the command line was given, or from what a practice user
 * knows; nothing when something required is missing.
 */
export async function answerChallenge(
  { challenge, parameters }: AskedEvent,
  secrets: GivenSecrets,
  { practice }: SignInDestination,
): Promise<WireValues | undefined> {
  const fields = challenges.get(challenge)?.fields(parameters) ?? []
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
      const text = (await secrets.answers())[field.name] ?? (practice && practised(field, practice))
      if (typeof text === 'string') keep(field, text)
    }
  }
  const whole = (await secrets.answers())[challenge]
  if (typeof whole === 'object')
    return { ...values, ...Object.fromEntries(Object.entries(whole).map(asSecret)) }
  const complete = fields.every(({ name, required }) => !required || values[name] !== undefined)
  return fields.length > 0 && complete ? values : undefined
}

/** What stands under a challenge's name may be a code or a password of any name. */
const asSecret = ([name, text]: readonly [string, string]) =>
  [name, Secret.of('text', text)] as const

/** What a practice user would type. */
function practised(
  { choices, name, sensitivity }: Field,
  { server, user }: NonNullable<SignInDestination['practice']>,
): string | undefined {
  if (name === 'NEW_PASSWORD') return user?.newPasswordHint
  if (name === 'SMS_MFA_CODE') return server.outbox().at(-1)?.code
  if (choices) return choices[0]?.value
  return sensitivity === 'personal' ? 'Practice' : undefined
}
