import { challenges } from '../catalogue/challenges/index.ts'
import type { AccountOperation } from '../catalogue/define-operation.ts'
import { requestFaults } from '../catalogue/fault-injection/index.ts'
import type { Field } from '../catalogue/field.ts'
import { splitAtMarks } from '../trace/mark-text.ts'
import type { TimelineStep } from '../trace/timeline.ts'
import { maxValueLength } from './recipe.ts'

/** A value without marks; nothing where it has one. */
export const withoutMarks = (value: string): string | undefined =>
  splitAtMarks(value).some(({ mark }) => mark) ? undefined : value

/**
 * A value as a recipe writes it: as it is, or as a variable where it is a secret or a mark.
 * @param name what the variable is called after, as in `userAttributes.name`
 */
export function recordedValue(value: string, name: string): string {
  const open = withoutMarks(value)
  if (open === undefined || open.length >= maxValueLength) return variable(name)
  return open.startsWith('$') ? `$${open}` : open
}

const variable = (name: string): string =>
  `$${name
    .toUpperCase()
    .replaceAll(/\W/g, '_')
    .replace(/^(?=\d)/, '_')
    .slice(0, 100)}`

/** A body, or a part of one, by its members; empty for anything else. */
export function objectIn(text: string | undefined): Readonly<Record<string, unknown>> {
  try {
    return members(JSON.parse(text ?? ''))
  } catch {
    return {}
  }
}

const members = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {}

const bodyOf = ({ attempts }: TimelineStep) => objectIn(attempts.at(-1)?.requestBody)

/** What the flow computes, or the recipe has a member of its own for. */
const otherwiseSent = ['USERNAME', 'PASSWORD', 'REFRESH_TOKEN', 'SECRET_HASH', 'SRP_A']

/** What else was sent: parameters, metadata, choices, and the fault that was injected. */
export function inputOf(steps: readonly TimelineStep[], isPractice: boolean) {
  const first = steps[0] ? bodyOf(steps[0]) : {}
  const sent = members(first['AuthParameters'])
  // The keys of a remembered device are in no recipe; a refresh needs its name alone.
  const isLeftOut = (name: string) =>
    otherwiseSent.includes(name) || (name === 'DEVICE_KEY' && sent['REFRESH_TOKEN'] === undefined)
  const parameters = texts(sent).filter(([name]) => !isLeftOut(name))
  const answers = steps.flatMap((step) => answerTo(step, isPractice))
  const fault = [...requestFaults.values()].find(({ title }) =>
    steps.some((step) => step.fault === title),
  )
  return {
    ...(parameters.length > 0 && { parameters: recorded(parameters, '') }),
    ...metadataIn(first),
    ...(answers.length > 0 && { answers: Object.fromEntries(answers) }),
    ...(fault && { injectFault: fault.name }),
  }
}

/** The ClientMetadata of a call, where it has any. */
export function metadataIn(body: Readonly<Record<string, unknown>>) {
  const metadata = texts(members(body['ClientMetadata']))
  return metadata.length > 0 ? { metadata: recorded(metadata, 'METADATA_') } : {}
}

const texts = (values: Readonly<Record<string, unknown>>): readonly (readonly [string, string])[] =>
  Object.entries(values).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  )

const recorded = (values: readonly (readonly [string, string])[], prefix: string) =>
  Object.fromEntries(
    values.map(([name, value]) => [name, recordedValue(value, `${prefix}${name}`)]),
  )

type Answers = readonly (readonly [challenge: string, answer: Readonly<Record<string, string>>])[]

/** What a person chose or entered; codes and passwords come from elsewhere. */
function answerTo(step: TimelineStep, isPractice: boolean): Answers {
  const { challenge } = step
  if (challenge === undefined || !challenges.has(challenge)) return []
  const responses = texts(members(bodyOf(step)['ChallengeResponses']))
  // The trigger alone knows what is right.
  const answer = responses.flatMap(([name, value]): readonly (readonly [string, string])[] => {
    if (name === 'ANSWER' && challenge === 'CUSTOM_CHALLENGE') return [[name, '$CUSTOM_ANSWER']]
    if (name === 'ANSWER' && /^[A-Z_]+$/.test(value)) return [[name, value]]
    return name.startsWith('userAttributes.') && !isPractice
      ? [[name, recordedValue(value, name)]]
      : []
  })
  return answer.length > 0 ? [[challenge, Object.fromEntries(answer)]] : []
}

/** The inputs of a call by the names that a recipe has for them; tokens come from the sign-in. */
export function callInputs(
  { fields }: AccountOperation,
  body: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string>> {
  const inputs = fields.flatMap((field) => {
    const { name, secretKind, sensitivity } = field
    if (secretKind === 'access token' || secretKind === 'refresh token') return []
    return textsOf(field, memberAt(body, name.split('.'))).map(
      ([key, value]) =>
        [key, sensitivity === 'secret' ? variable(key) : recordedValue(value, key)] as const,
    )
  })
  return Object.fromEntries(inputs)
}

const memberAt = (body: unknown, path: readonly string[]): unknown =>
  path.reduce((value, name) => members(value)[name], body)

/** A value as the field takes it, under the name of the field or of an item of it. */
function textsOf(
  { control, name, pair: [key, value] = ['Name', 'Value'] }: Field,
  sent: unknown,
): readonly (readonly [string, string])[] {
  if (typeof sent === 'string' || typeof sent === 'number' || typeof sent === 'boolean')
    return [[name, String(sent)]]
  if (control === 'json') return sent === undefined ? [] : [[name, JSON.stringify(sent)]]
  if (!Array.isArray(sent)) return []
  if (control === 'names') return [[name, sent.map(String).join(' ')]]
  return sent.flatMap((item) => {
    const { [key]: itemName, [value]: text } = members(item)
    return typeof itemName === 'string' && typeof text === 'string'
      ? [[`${name}.${itemName}`, text] as const]
      : []
  })
}
