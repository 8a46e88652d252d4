import { challenges } from '../catalogue/challenges/index.ts'
import { activeFields, type Field, type Sensitivity } from '../catalogue/field.ts'
import { flows } from '../catalogue/flows/index.ts'
import { sensitiveMember } from '../catalogue/sensitive-members.ts'
import { splitAtMarks } from '../trace/mark-text.ts'
import type { Timeline, TimelineStep } from '../trace/timeline.ts'

/** One member of a step, and where its value comes from when the run is repeated. */
export interface PlannedMember {
  readonly name: string
  /** `same`: as in the run; `computed`: computed again; `ask`: it is not kept; `later`: asked when due. */
  readonly from: 'same' | 'computed' | 'ask' | 'later'
  /** The text of the run, with marks in the place of secrets; empty where it is not repeated. */
  readonly text: string
  readonly sensitivity: Sensitivity
}

/** One call of the run that is made again. */
export interface PlannedStep {
  /** The number of the step in the run. */
  readonly step: number
  readonly operation: string
  /** The challenge that it answers. */
  readonly challenge?: string
  readonly members: readonly PlannedMember[]
  readonly clientMetadata: Readonly<Record<string, string>>
}

/** How a run is repeated, up to one of its steps. */
export interface RedrivePlan {
  readonly flow: string
  readonly username: string
  readonly asAdmin: boolean
  /** The first call, then an answer each. */
  readonly steps: readonly PlannedStep[]
  /** Whether a challenge of them has the service send a text message or an email. */
  readonly sendsMessages: boolean
}

/** What is known besides the run itself. */
export interface KnownForPlan {
  /** Whether the secret behind a mark is kept. */
  readonly isKept: (mark: string) => boolean
  readonly password: boolean
  readonly totpSecret: boolean
}

/** The steps that a run can be repeated up to: its first call, and its answers. */
export const repeatableSteps = ({ steps }: Pick<Timeline, 'steps'>): readonly TimelineStep[] => {
  const [first, ...rest] = steps.filter(({ operation }) => operation !== undefined)
  if (!first || !begins(first)) return []
  return [first, ...rest.filter(({ operation }) => operation?.endsWith('RespondToAuthChallenge'))]
}

const begins = ({ operation = '' }: TimelineStep): boolean =>
  operation === 'InitiateAuth' || operation === 'AdminInitiateAuth' || flows.has(operation)

/** What the wire adds to each call automatically. */
const computedByWire = ['SECRET_HASH', 'SRP_A', 'DEVICE_KEY']

/** Challenges with which the service sends a message. */
const sending = ['SMS_MFA', 'SMS_OTP', 'EMAIL_OTP']

/**
 * How to repeat a run up to a step: which values are the same, which are computed again, and which
 * have to be entered.
 * @param to number of the last step that is made again; of a step between two answers, the answer before it
 * @returns undefined for a run that does not begin with a sign-in's first call
 */
export function redrivePlan(
  view: Timeline,
  to: number,
  known: KnownForPlan,
): RedrivePlan | undefined {
  const repeated = repeatableSteps(view).filter(({ number }, index) => index === 0 || number <= to)
  const [first, ...answers] = repeated
  if (!first) return undefined
  const challenged = repeated
    .slice(0, -1)
    .flatMap(({ answer }) => (answer?.kind === 'challenged' ? [answer.challenge] : []))
  const last = repeated.at(-1)?.answer
  return {
    flow: view.flow,
    username: view.username,
    asAdmin: first.operation === 'AdminInitiateAuth',
    steps: [
      plannedFirst(first, view.flow, known),
      ...answers.map((step) => plannedAnswer(step, known)),
    ],
    sendsMessages: [...challenged, last?.kind === 'challenged' ? last.challenge : ''].some((name) =>
      sending.includes(name),
    ),
  }
}

function plannedFirst(step: TimelineStep, flowName: string, known: KnownForPlan): PlannedStep {
  const flow = flows.get(flowName)
  const body = bodyOf(step)
  const sent = flow?.operation ? membersByField(body, flow.fields) : textsIn(body['AuthParameters'])
  const names = new Set(Object.keys(sent))
  const computed = activeFields(flow?.computed ?? [], sent).map(({ name }) => name)
  const members = Object.entries(sent)
    .filter(([name]) => !computedByWire.includes(name) && !computed.includes(name))
    .map(([name, text]) => repeated(name, text, known))
  const unsent = activeFields(flow?.fields ?? [], sent).filter(
    ({ name, required }) => required && !names.has(name) && name === 'PASSWORD',
  )
  return {
    step: step.number,
    operation: step.operation ?? '',
    members: [
      ...members,
      ...[...computed, ...Object.keys(sent).filter((name) => computedByWire.includes(name))]
        .filter((name, index, all) => all.indexOf(name) === index)
        .map(computedMember),
      ...unsent.map(({ name }): PlannedMember => ({
        name,
        text: '',
        sensitivity: 'secret',
        from: known.password ? 'same' : 'ask',
      })),
    ],
    clientMetadata: textsIn(body['ClientMetadata']),
  }
}

function plannedAnswer(step: TimelineStep, known: KnownForPlan): PlannedStep {
  const { challenge = '', number, operation = '' } = step
  const body = bodyOf(step)
  const sent = textsIn(body['ChallengeResponses'])
  const described = challenges.get(challenge)
  const automatic = described?.automatic
  const isComputed =
    automatic !== undefined && !automatic.onRequest && (automatic.by !== 'totp' || known.totpSecret)
  const fields = described?.fields({}) ?? []
  const members = Object.entries(sent).map(([name, text]): PlannedMember => {
    if (name === 'USERNAME' || computedByWire.includes(name) || isComputed)
      return computedMember(name)
    if (isOneTime(name, fields)) return { ...repeated(name, '', known), from: 'later' }
    return repeated(name, text, known)
  })
  // Its code went out with a call before the answer, and the secret is a new one.
  const isSetUp = automatic?.onRequest === true
  return {
    step: number,
    operation,
    challenge,
    members: isSetUp
      ? [...members, { name: 'UserCode', from: 'later', text: '', sensitivity: 'secret' }]
      : members,
    clientMetadata: textsIn(body['ClientMetadata']),
  }
}

/** A code that was sent or shown is good once; so is a signature. */
const isOneTime = (name: string, fields: readonly Field[]): boolean =>
  name.endsWith('_CODE') ||
  fields.some((field) => field.name === name && (field.control === 'code' || name === 'CREDENTIAL'))

const computedMember = (name: string): PlannedMember => ({
  name,
  from: 'computed',
  text: '',
  sensitivity: sensitiveMember(name)?.sensitivity ?? 'public',
})

function repeated(name: string, text: string, known: KnownForPlan): PlannedMember {
  const marks = splitAtMarks(text).flatMap(({ mark, text: one }) => (mark ? [one] : []))
  const isKept =
    marks.every((mark) => known.isKept(mark)) || (name === 'PASSWORD' && known.password)
  const sensitivity =
    sensitiveMember(name, text)?.sensitivity ?? (marks.length > 0 ? 'secret' : 'public')
  return { name, from: isKept ? 'same' : 'ask', text: isKept ? text : '', sensitivity }
}

function membersByField(
  body: Readonly<Record<string, unknown>>,
  fields: readonly Field[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    fields.flatMap(({ member, name }) => {
      const value = Object.hasOwn(body, member ?? name) ? body[member ?? name] : undefined
      return typeof value === 'string' ? [[name, value]] : []
    }),
  )
}

/** The request of a step, as far as it is a JSON object. */
export function bodyOf({ attempts }: TimelineStep): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(attempts.at(-1)?.requestBody ?? '')
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

/** The texts of a JSON object by their names. */
export function textsIn(value: unknown): Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(
    Object.entries(value).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  )
}
