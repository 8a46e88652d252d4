import { stringify } from 'yaml'
import { accountOperations } from '../catalogue/operations/index.ts'
import { flows } from '../catalogue/flows/index.ts'
import { diagnose } from '../diagnosis/diagnose.ts'
import type { TraceEvent } from '../trace/event.ts'
import { splitAtMarks } from '../trace/mark-text.ts'
import { timeline, type Timeline, type TimelineStep } from '../trace/timeline.ts'
import { recipeVersion } from './recipe.ts'

/** Claims that are the same each time, and say nothing of the person. */
const stableClaims = ['token_use', 'iss', 'aud', 'client_id', 'scope', 'cognito:groups', 'acr']

/**
 * The recipe of a run, as YAML: the same sign-in and calls, with what came of them as expectations.
 * Secrets and marks are environment variables in it.
 */
export function recordRecipe(events: readonly TraceEvent[]): string {
  const view = timeline(events)
  const signIn = view.steps.filter(isOfSignIn)
  const calls = view.steps.filter((step) => !isOfSignIn(step))
  const recorded = {
    recipe: recipeVersion,
    name: nameOf(view, signIn),
    target: targetOf(view),
    signIn: {
      flow: view.flow,
      ...(view.username !== '' && { username: open(view.username) ?? '$USERNAME' }),
      ...secretsOf(view, signIn),
      ...answersOf(signIn),
      expect: expectationOf(view, signIn, events),
    },
    ...(calls.length > 0 && { calls: calls.flatMap(callOf) }),
  }
  return `${comment}${stringify(recorded, { lineWidth: 0 })}`
}

const comment = [
  '# A recipe for Authscope: a sign-in and its expected results.',
  '# authscope recipe run FILE performs it. $NAME is an environment variable.',
  '',
].join('\n')

const isOfSignIn = ({ challenge, operation }: TimelineStep): boolean =>
  challenge !== undefined || operation === 'InitiateAuth' || operation === 'AdminInitiateAuth'

/** A value without marks; nothing where it has one. */
const open = (value: string): string | undefined =>
  splitAtMarks(value).some(({ mark }) => mark) ? undefined : value

function nameOf({ flow, state, target }: Timeline, steps: readonly TimelineStep[]): string {
  const challenges = challengesOf(steps)
  const way = challenges.length > 0 ? ` by ${challenges.join(', ')}` : ''
  return `${flow}${way}: ${state}${target?.practice ? ' (practice pool)' : ''}`
}

function targetOf({ target }: Timeline) {
  if (target?.practice) return { practice: target.clientId }
  return {
    ...(target?.userPoolId && { userPoolId: target.userPoolId }),
    clientId: target?.clientId ?? '$CLIENT_ID',
    ...(target?.region && { region: target.region }),
    ...(target?.endpoint && { endpoint: target.endpoint }),
  }
}

/** The variables that this sign-in needs. */
function secretsOf({ flow, target }: Timeline, steps: readonly TimelineStep[]) {
  const challenges = challengesOf(steps)
  const answered = (challenge: string) => steps.some((step) => step.challenge === challenge)
  const wanted = flows.get(flow)?.fields ?? []
  const has = (name: string) => wanted.some((field) => field.name === name && field.required)
  // What a practice user knows need not be told.
  if (target?.practice) return {}
  return {
    ...((has('PASSWORD') || challenges.includes('PASSWORD_VERIFIER') || answered('PASSWORD')) && {
      password: '$PASSWORD',
    }),
    ...(has('REFRESH_TOKEN') && { refreshToken: '$REFRESH_TOKEN' }),
    ...(answered('SOFTWARE_TOKEN_MFA') && { totpSecret: '$TOTP_SECRET' }),
    ...(answered('NEW_PASSWORD_REQUIRED') && { newPassword: '$NEW_PASSWORD' }),
  }
}

/** Choices that a person made; codes and passwords come from elsewhere. */
function answersOf(steps: readonly TimelineStep[]) {
  const chosen = steps.flatMap(({ attempts, challenge }) => {
    if (challenge === undefined) return []
    const answer = responsesOf(attempts.at(-1)?.requestBody)['ANSWER']
    const choice = typeof answer === 'string' && /^[A-Z_]+$/.test(answer) ? answer : undefined
    return choice === undefined ? [] : [[challenge, { ANSWER: choice }] as const]
  })
  return chosen.length > 0 ? { answers: Object.fromEntries(chosen) } : {}
}

function responsesOf(body: string | undefined): Readonly<Record<string, unknown>> {
  const { ChallengeResponses: responses } = objectIn(body)
  return typeof responses === 'object' && responses !== null ? { ...responses } : {}
}

function objectIn(text: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

const challengesOf = (steps: readonly TimelineStep[]): readonly string[] =>
  steps.flatMap(({ answer }) => (answer?.kind === 'challenged' ? [answer.challenge] : []))

function expectationOf(
  view: Timeline,
  steps: readonly TimelineStep[],
  events: readonly TraceEvent[],
) {
  const challenges = challengesOf(steps)
  const answer = steps.at(-1)?.answer
  const causes = diagnose(events).filter(
    ({ step, verdict }) => verdict === 'proved' && steps.some(({ number }) => number === step),
  )
  return {
    ...outcomeOf(steps),
    ...(challenges.length > 0 && { challenges }),
    ...(answer?.kind === 'refused' && { error: answer.error }),
    ...(answer?.kind === 'refused' &&
      causes.length > 0 && { diagnosis: [...new Set(causes.map(({ code }) => code))] }),
    ...claimsOf(answer, view),
  }
}

function outcomeOf(steps: readonly TimelineStep[]) {
  const answer = steps.findLast(({ operation }) => operation !== undefined)?.answer
  switch (answer?.kind) {
    case 'tokens':
    case 'accepted':
    case 'refused':
    case 'failed':
      return { outcome: answer.kind }
    case 'challenged':
      return { outcome: 'challenge' }
    case 'unreadable':
    case 'not captured':
    case undefined:
      return {}
  }
}

function claimsOf(answer: TimelineStep['answer'], { target }: Timeline) {
  if (answer?.kind !== 'tokens') return {}
  const byUse = answer.tokens.flatMap(({ claims = {}, use }) => {
    // The issuer of a practice pool has another port each time.
    const stable = stableClaims.filter((name) => name !== 'iss' || !target?.practice)
    const kept = stable.flatMap((name) =>
      Object.hasOwn(claims, name) && open(JSON.stringify(claims[name])) !== undefined
        ? [[name, claims[name]] as const]
        : [],
    )
    return kept.length > 0 ? [[use, Object.fromEntries(kept)] as const] : []
  })
  const lifetimes = answer.tokens.flatMap(({ claims, use }) => {
    const seconds = Number(claims?.['exp']) - Number(claims?.['iat'])
    return Number.isInteger(seconds) && seconds > 0 ? [[use, seconds] as const] : []
  })
  return {
    ...(byUse.length > 0 && { claims: Object.fromEntries(byUse) }),
    ...(lifetimes.length > 0 && { lifetimes: Object.fromEntries(lifetimes) }),
  }
}

function callOf(step: TimelineStep) {
  const operation = accountOperations.get(step.operation ?? '')
  if (!operation) return []
  const body = objectIn(step.attempts.at(-1)?.requestBody)
  const inputs = operation.fields.flatMap(({ name, secretKind, sensitivity }) => {
    const value = body[name]
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
      return []
    // Tokens come from the sign-in.
    if (secretKind === 'access token' || secretKind === 'refresh token') return []
    const shown = sensitivity === 'secret' ? undefined : open(String(value))
    return [[name, shown ?? `$${name.toUpperCase().replaceAll(/\W/g, '_')}`] as const]
  })
  return [
    {
      operation: operation.name,
      ...(inputs.length > 0 && { inputs: Object.fromEntries(inputs) }),
      expect: {
        ...outcomeOf([step]),
        ...(step.answer?.kind === 'refused' && { error: step.answer.error }),
      },
    },
  ]
}
