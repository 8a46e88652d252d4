import { stringify } from 'yaml'
import { accountOperations } from '../catalogue/operations/index.ts'
import { flows } from '../catalogue/flows/index.ts'
import { diagnose, type DiagnosedCause } from '../diagnosis/diagnose.ts'
import type { TraceEvent } from '../trace/event.ts'
import { timeline, type Timeline, type TimelineStep } from '../trace/timeline.ts'
import {
  callInputs,
  inputOf,
  metadataIn,
  objectIn,
  recordedValue,
  withoutMarks,
} from './recorded-input.ts'
import { recipeVersion } from './recipe.ts'

/** Claims that are the same each time, and say nothing of the person. */
const stableClaims = ['token_use', 'iss', 'aud', 'client_id', 'scope', 'cognito:groups', 'acr']

/**
 * The recipe of a run, as YAML: the same sign-in and calls, with their results as expectations.
 * Secrets and marks are environment variables in it.
 */
export function recordRecipe(events: readonly TraceEvent[]): string {
  const view = timeline(events)
  const { calls, signIn } = partsOf(view)
  const causes = diagnose(events).filter(({ step }) => signIn.some(({ number }) => number === step))
  const recorded = {
    recipe: recipeVersion,
    name: nameOf(view, signIn),
    target: targetOf(view),
    ...(signIn.length > 0 && {
      signIn: {
        flow: view.flow,
        ...(signIn[0]?.operation === 'AdminInitiateAuth' && { asAdmin: true }),
        ...(view.username !== '' && { username: recordedValue(view.username, 'USERNAME') }),
        ...secretsOf(view, signIn, causes),
        ...inputOf(signIn, view.target?.practice ?? false),
        ...stopOf(signIn),
        expect: expectationOf(view, signIn, causes),
      },
    }),
    ...(calls.length > 0 && { calls: calls.flatMap(callOf) }),
  }
  return `${comment}${stringify(recorded, { lineWidth: 0 })}`
}

const comment = [
  '# A recipe for Authscope: a sign-in and its expected results.',
  '# authscope recipe run FILE performs it. $NAME is an environment variable.',
  '',
].join('\n')

/** The steps up to the tokens, and what was called with them; of an account operation that alone. */
function partsOf({ flow, steps }: Timeline) {
  const isOfSignIn = ({ challenge, operation }: TimelineStep): boolean =>
    challenge !== undefined ||
    operation === 'InitiateAuth' ||
    operation === 'AdminInitiateAuth' ||
    (operation === flow && flows.has(flow))
  const tokens = steps.findIndex(({ answer }) => answer?.kind === 'tokens')
  const until = tokens < 0 ? steps.length : tokens + 1
  return {
    signIn: steps.filter((step, index) => index < until && isOfSignIn(step)),
    // A device is another one in each sign-in, and its verifier would be as well.
    calls: steps.filter(
      (step, index) => (index >= until || !isOfSignIn(step)) && step.operation !== 'ConfirmDevice',
    ),
  }
}

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
function secretsOf(
  { flow, target }: Timeline,
  steps: readonly TimelineStep[],
  causes: readonly DiagnosedCause[],
) {
  const challenges = challengesOf(steps)
  const answered = (challenge: string) => steps.some((step) => step.challenge === challenge)
  const isRequired = (name: string) =>
    flows.get(flow)?.fields.some((field) => field.name === name && field.required) === true
  const refreshToken = isRequired('REFRESH_TOKEN') ? { refreshToken: '$REFRESH_TOKEN' } : {}
  if (target?.practice) {
    // What a practice user knows need not be told, unless it was a wrong password that was tried.
    const isWrong =
      steps.every(({ fault }) => fault === undefined) &&
      causes.some(({ code, verdict }) => code === 'AS1101' && verdict !== 'excluded')
    return { ...refreshToken, ...(isWrong && { password: '$PASSWORD' }) }
  }
  const isByPasskey = challenges.length > 0 && challenges.every((name) => name === 'WEB_AUTHN')
  return {
    ...(((isRequired('PASSWORD') && !isByPasskey) ||
      challenges.includes('PASSWORD_VERIFIER') ||
      answered('PASSWORD')) && { password: '$PASSWORD' }),
    ...refreshToken,
    ...(answered('SOFTWARE_TOKEN_MFA') && { totpSecret: '$TOTP_SECRET' }),
    ...(answered('NEW_PASSWORD_REQUIRED') && { newPassword: '$NEW_PASSWORD' }),
  }
}

const challengesOf = (steps: readonly TimelineStep[]): readonly string[] =>
  steps.flatMap(({ answer }) => (answer?.kind === 'challenged' ? [answer.challenge] : []))

/** Where it stopped at a challenge, so that the same challenge is left unanswered again. */
const stopOf = (steps: readonly TimelineStep[]) =>
  outcomeOf(steps).outcome === 'challenge' ? { stopAt: challengesOf(steps).length } : {}

function expectationOf(
  view: Timeline,
  steps: readonly TimelineStep[],
  causes: readonly DiagnosedCause[],
) {
  const challenges = challengesOf(steps)
  const answer = steps.at(-1)?.answer
  const proved = causes.filter(({ verdict }) => verdict === 'proved')
  return {
    ...outcomeOf(steps),
    ...(challenges.length > 0 && { challenges }),
    ...(answer?.kind === 'refused' && { error: answer.error }),
    ...(answer?.kind === 'refused' &&
      proved.length > 0 && { diagnosis: [...new Set(proved.map(({ code }) => code))] }),
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
      Object.hasOwn(claims, name) && withoutMarks(JSON.stringify(claims[name])) !== undefined
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
  const inputs = callInputs(operation, body)
  return [
    {
      operation: operation.name,
      ...(Object.keys(inputs).length > 0 && { inputs }),
      ...metadataIn(body),
      expect: {
        ...outcomeOf([step]),
        ...(step.answer?.kind === 'refused' && { error: step.answer.error }),
      },
    },
  ]
}
