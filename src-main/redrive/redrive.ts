import { BridgeError } from '#contract/failure.ts'
import { sensitiveMember } from '#engine/catalogue/sensitive-members.ts'
import type { AnswerScript, ScriptedAnswer } from '#engine/redrive/answer-script.ts'
import {
  bodyOf,
  redrivePlan,
  repeatableSteps,
  textsIn,
  type PlannedStep,
  type RedrivePlan,
} from '#engine/redrive/redrive-plan.ts'
import { reveal, Secret } from '#engine/secret/secret.ts'
import { splitAtMarks } from '#engine/trace/mark-text.ts'
import { timeline, type Timeline } from '#engine/trace/timeline.ts'
import type { SignInInput } from '#engine/wire/sign-in-input.ts'
import type { WireValues } from '#engine/wire/wire-values.ts'
import type { StoredRun } from '#main/trace-store/trace-store.ts'

/** Values for members of a run that is repeated: by step and member, as in `3.SMS_MFA_CODE`. */
export type RedriveValues = WireValues

/** Secrets that are known of this user besides those of the run. */
export interface RedriveKnown {
  readonly password?: Secret | undefined
  readonly totpSecret?: Secret | undefined
}

/** A sign-in that repeats an earlier one. */
export interface Redrive {
  readonly plan: RedrivePlan
  readonly input: SignInInput
  readonly password: Secret | undefined
  readonly totpSecret: Secret | undefined
  readonly script: AnswerScript
  /** Members that are neither kept nor entered, as `STEP.MEMBER`; it cannot start without them. */
  readonly missing: readonly string[]
}

/**
 * What it takes to repeat a run up to a step.
 * @param to number of the step; the last one by default
 * @param entered what is sent otherwise than in the run, or was not kept
 * @throws BridgeError `run-not-repeatable`, `step-unknown`
 */
export function redriveOf(
  stored: StoredRun,
  to: number | undefined,
  entered: RedriveValues,
  known: RedriveKnown,
): Redrive {
  const view = timeline(stored.events)
  const steps = repeatableSteps(view)
  const last = to ?? steps.at(-1)?.number ?? 0
  if (steps.length === 0)
    throw new BridgeError(
      'run-not-repeatable',
      'This run does not begin with the first call of a sign-in, so it cannot be repeated.',
    )
  if (!view.steps.some(({ number }) => number === last))
    throw new BridgeError('step-unknown', `This run has no step ${String(last)}.`)
  const password = keptPassword(stored, view) ?? known.password
  const totpSecret = keptTotpSecret(stored) ?? known.totpSecret
  const plan = redrivePlan(view, last, {
    isKept: (mark) => stored.secrets.has(mark),
    password: password !== undefined,
    totpSecret: totpSecret !== undefined,
  })
  const [first, ...answers] = plan?.steps ?? []
  if (!plan || !first) throw new TypeError('a repeatable run has a first step')
  checkNames(plan, entered)
  const open = (text: string) => opened(text, stored.secrets)
  const parameters = valuesOf(first, entered, open)
  if (password && first.members.some(({ name }) => name === 'PASSWORD'))
    parameters['PASSWORD'] ??= password
  return {
    plan,
    input: { flow: plan.flow, parameters, ...contextOf(view, first, plan.asAdmin, open) },
    password: parameters['PASSWORD'] instanceof Secret ? parameters['PASSWORD'] : password,
    totpSecret,
    script: answers.map((step) => scripted(step, entered, open)),
    missing: plan.steps.flatMap(({ members, step }) =>
      members
        .filter(({ from, name }) => from === 'ask' && entered[keyOf(step, name)] === undefined)
        .map(({ name }) => keyOf(step, name)),
    ),
  }
}

/** How a member of a step is named. */
const keyOf = (step: number, member: string): string => `${String(step)}.${member}`

function checkNames({ steps }: RedrivePlan, entered: RedriveValues): void {
  for (const key of Object.keys(entered))
    if (!steps.some(({ step }) => key.startsWith(keyOf(step, ''))))
      throw new BridgeError(
        'step-unknown',
        `“${key}” names no step that is repeated: ${steps.map(({ step }) => String(step)).join(', ')}.`,
      )
}

type Open = (text: string) => string | Secret

/** A text of the trace with the secrets of its marks; as a secret where it has any. */
function opened(text: string, secrets: StoredRun['secrets']): string | Secret {
  const pieces = splitAtMarks(text)
  const [only] = pieces
  if (pieces.length === 1 && only?.mark) return secrets.get(only.text) ?? text
  if (!pieces.some(({ mark }) => mark)) return text
  const whole = pieces.map(({ mark, text: piece }) => {
    const secret = mark ? secrets.get(piece) : undefined
    return secret ? reveal(secret) : piece
  })
  return Secret.of('text', whole.join(''))
}

function valuesOf(
  { members, step }: PlannedStep,
  entered: RedriveValues,
  open: Open,
): Record<string, string | Secret> {
  const begin = keyOf(step, '')
  const own = Object.entries(entered).flatMap(([key, value]) =>
    key.startsWith(begin) ? [[key.slice(begin.length), value] as const] : [],
  )
  return Object.fromEntries([
    ...members.flatMap(({ from, name, text }) =>
      from === 'same' && text !== '' ? [[name, open(text)] as const] : [],
    ),
    ...own,
  ])
}

function scripted(step: PlannedStep, entered: RedriveValues, open: Open): ScriptedAnswer {
  const values = valuesOf(step, entered, open)
  const lacks = step.members.some(
    ({ from, name }) => (from === 'later' || from === 'ask') && values[name] === undefined,
  )
  const isComputed = step.members.every(({ from }) => from === 'computed')
  return {
    challenge: step.challenge ?? '',
    how: lacks ? 'person' : isComputed ? 'computed' : 'same',
    values,
    clientMetadata: step.clientMetadata,
  }
}

/** What the first call has besides its parameters. */
function contextOf(
  view: Timeline,
  { clientMetadata }: PlannedStep,
  asAdmin: boolean,
  open: Open,
): Omit<SignInInput, 'flow' | 'parameters'> {
  const [first] = repeatableSteps(view)
  const body = first ? bodyOf(first) : {}
  const { EncodedData, IpAddress, ServerName, ServerPath } = textsIn(
    body[asAdmin ? 'ContextData' : 'UserContextData'],
  )
  const { AnalyticsEndpointId } = textsIn(body['AnalyticsMetadata'])
  return {
    ...(Object.keys(clientMetadata).length > 0 && { clientMetadata }),
    ...(AnalyticsEndpointId !== undefined && { analyticsEndpointId: AnalyticsEndpointId }),
    ...((IpAddress !== undefined || EncodedData !== undefined) && {
      userContextData: {
        ...(IpAddress !== undefined && { IpAddress }),
        ...(EncodedData !== undefined && { EncodedData: open(EncodedData) }),
      },
    }),
    ...(asAdmin && {
      asAdmin: {
        ...(ServerName !== undefined && { ServerName }),
        ...(ServerPath !== undefined && { ServerPath }),
      },
    }),
  }
}

/** The password that the run began with; not a new one that it set. */
function keptPassword({ secrets }: StoredRun, view: Timeline): Secret | undefined {
  const laterSet = view.steps.flatMap((step) => {
    const { NEW_PASSWORD } = textsIn(bodyOf(step)['ChallengeResponses'])
    return NEW_PASSWORD === undefined ? [] : [NEW_PASSWORD]
  })
  for (const [mark, secret] of secrets)
    if (secret.kind === 'password' && !laterSet.includes(mark)) return secret
  return undefined
}

/** The TOTP secret that codes of the run were computed with; not one that it set up. */
function keptTotpSecret({ events, secrets }: StoredRun): Secret | undefined {
  const setUp = events.some((event) => event.type === 'sent' && event.challenge === 'MFA_SETUP')
  if (setUp) return undefined
  return [...secrets.values()].find(({ kind }) => kind === 'totp secret')
}

/** Values as they were typed, each a secret where its member is one. */
export const redriveValues = (typed: Readonly<Record<string, string>>): RedriveValues =>
  Object.fromEntries(
    Object.entries(typed).map(([key, text]) => {
      const kind = sensitiveMember(key.replace(/^\d+\./, ''), text)?.kind
      return [key, kind === undefined ? text : Secret.of(kind, text)]
    }),
  )
