import type { TransportFailure } from '../wire/transport-failure.ts'
import { challenges } from '../catalogue/challenges/index.ts'
import { activeFields, type Field } from '../catalogue/field.ts'
import { flows } from '../catalogue/flows/index.ts'
import { operationRequest } from '../catalogue/operation-request.ts'
import { revealText, type Secret } from '../secret/secret.ts'
import type { Accepted, Answer, Tokens } from '../wire/read-answer.ts'
import { initiateAuth } from '../wire/initiate-auth.ts'
import { respondToAuthChallenge } from '../wire/respond-to-auth-challenge.ts'
import type { Operation, WireRequest } from '../wire/request.ts'
import { afterRefusal } from './after-refusal.ts'
import type { AppClient } from '../wire/app-client.ts'
import type { PendingChallenge } from '../catalogue/pending-challenge.ts'
import type { SignInInput } from '../wire/sign-in-input.ts'
import type { WireValues } from '../wire/wire-values.ts'

/** How a sign-in ended. */
export type Outcome =
  | { readonly kind: 'tokens'; readonly tokens: Tokens; readonly username: string }
  | Extract<Answer, { kind: 'refused' | 'unreadable' }>
  | TransportFailure
  | { readonly kind: 'not sent'; readonly message: string }
  /** The call that a trace began with instead of a sign-in. */
  | { readonly kind: 'accepted' }

/** Who decided that a call is sent. */
export type Author = 'person' | 'automatic'

/** The state of a sign-in. `step` is the number of its newest call, from 1. */
export type SignInState =
  | { readonly phase: 'new' }
  | { readonly phase: 'preparing'; readonly input: SignInInput }
  /** The call that a trace begins with instead of a sign-in is under way. */
  | { readonly phase: 'calling'; readonly step: number; readonly anyAnswer: boolean }
  | {
      readonly phase: 'sending'
      readonly step: number
      readonly by: Author
      readonly input: SignInInput
      readonly username: string
      /** The challenge that the call in flight answers, or comes before the answer to. */
      readonly answering?: PendingChallenge
      /** A call that comes before an answer, and the answer that waits for it, if one does. */
      readonly before?: { readonly operation: Operation; readonly answer?: Answered }
    }
  | {
      readonly phase: 'awaiting-answer'
      readonly step: number
      readonly input: SignInInput
      readonly pending: PendingChallenge
    }
  | { readonly phase: 'done'; readonly step: number; readonly outcome: Outcome }

/** The answer to a challenge, manual or automatic. */
interface Answered {
  readonly type: 'answered'
  readonly by: Author
  readonly answers: WireValues
  /** ClientMetadata of the answer, which reaches other triggers than that of InitiateAuth. */
  readonly clientMetadata?: Readonly<Record<string, string>>
}

/** What happens to a sign-in. */
export type SignInEvent =
  | { readonly type: 'start'; readonly input: SignInInput }
  | { readonly type: 'computed'; readonly authParameters: WireValues }
  | { readonly type: 'not computable'; readonly message: string }
  | { readonly type: 'replied'; readonly answer: Answer }
  | { readonly type: 'failed'; readonly failure: TransportFailure }
  | Answered
  /** Another call than those of a sign-in: in its place, or beside it once it has ended. */
  | {
      readonly type: 'called'
      readonly request: WireRequest
      /** Whether every answer of the service is a good one, a refusal included. */
      readonly anyAnswer?: boolean
    }
  | { readonly type: 'cancelled' }

/** A call that is to be made. */
export interface SendEffect {
  readonly type: 'send'
  readonly step: number
  readonly by: Author
  readonly request: WireRequest
  /** The challenge that the call answers, or comes before the answer to. */
  readonly answering?: PendingChallenge
}

/** A challenge that wants an answer, which will be sent as `step`. */
export interface PromptEffect {
  readonly type: 'prompt'
  readonly step: number
  readonly pending: PendingChallenge
  /** The last answer to the same challenge was refused. */
  readonly again: boolean
}

/** What a sign-in wants done; each comes back as an event, but for a call beside the sign-in. */
export type Effect =
  | { readonly type: 'compute'; readonly step: number; readonly input: SignInInput }
  | SendEffect
  | PromptEffect
  | { readonly type: 'end'; readonly outcome: Outcome }

/** Moves a sign-in on. Pure: performs nothing, awaits nothing, reads no clock, throws nothing. */
export function transition(
  client: AppClient,
  state: SignInState,
  event: SignInEvent,
): readonly [SignInState, readonly Effect[]] {
  if (event.type === 'cancelled' && state.phase !== 'done')
    return end(stepOf(state), {
      kind: 'failed',
      code: 'cancelled',
      message: 'Cancelled before it was finished.',
    })
  switch (state.phase) {
    case 'new':
      if (event.type === 'called') {
        const anyAnswer = event.anyAnswer ?? false
        return call(event.request, 1, { phase: 'calling', step: 1, anyAnswer })
      }
      if (event.type !== 'start') break
      return [
        { phase: 'preparing', input: event.input },
        [{ type: 'compute', step: 1, input: event.input }],
      ]
    case 'preparing': {
      if (event.type === 'not computable')
        return end(0, { kind: 'not sent', message: event.message })
      if (event.type !== 'computed') break
      const { input } = state
      const username = revealText(input.parameters['USERNAME'] ?? '')
      const request = firstCall(client, input, event.authParameters)
      const sent = { step: 1, by: 'person' } as const
      return [{ phase: 'sending', ...sent, input, username }, [{ type: 'send', ...sent, request }]]
    }
    case 'calling':
      if (event.type === 'failed') return end(state.step, event.failure)
      if (event.type !== 'replied') break
      return end(state.step, outcomeOfCall(event.answer, state.anyAnswer))
    case 'sending':
      if (event.type === 'failed') return end(state.step, event.failure)
      if (event.type !== 'replied') break
      return read(client, state, event.answer)
    case 'awaiting-answer':
      if (event.type !== 'answered') break
      return goOn(client, { ...state, by: event.by }, state.pending, event)
    case 'done':
      if (event.type !== 'called') break
      return call(event.request, state.step + 1, { ...state, step: state.step + 1 })
  }
  return [state, []]
}

const stepOf = (state: SignInState): number => ('step' in state ? state.step : 0)

const call = (request: WireRequest, step: number, next: SignInState): Moved => [
  next,
  [{ type: 'send', step, by: 'person', request }],
]

/** How a trace ends that began with another call than a sign-in’s. */
function outcomeOfCall(answer: Answer, anyAnswer: boolean): Outcome {
  if (anyAnswer && (answer.kind === 'refused' || answer.kind === 'challenged'))
    return { kind: 'accepted' }
  if (answer.kind === 'tokens') return { ...answer, username: '' }
  if (answer.kind !== 'challenged') return answer
  const detail = 'The response is a challenge, which this operation never has: check the endpoint.'
  return { kind: 'unreadable', reason: 'not cognito', status: 200, detail }
}

function firstCall(client: AppClient, input: SignInInput, authParameters: WireValues): WireRequest {
  const flow = flows.get(input.flow)
  if (flow?.operation)
    return operationRequest(flow.operation, client, { ...input, inputs: authParameters })
  const username = revealText(input.parameters['USERNAME'] ?? '')
  return initiateAuth(client, input, authParameters, flow?.hashName(input.parameters) ?? username)
}

type Moved = readonly [SignInState, readonly Effect[]]

/** What a sign-in under way carries from call to call. */
type UnderWay = Pick<Extract<SignInState, { phase: 'sending' }>, 'by' | 'input' | 'step'>

function read(
  client: AppClient,
  state: Extract<SignInState, { phase: 'sending' }>,
  answer: Answer,
): Moved {
  const { answering, before } = state
  switch (answer.kind) {
    case 'tokens':
      return end(state.step, { ...answer, username: state.username })
    case 'challenged': {
      const username = answer.parameters['USER_ID_FOR_SRP'] ?? state.username
      return goOn(client, state, { ...answer, username })
    }
    case 'accepted':
      return answering && before
        ? goOn(client, state, withCallResult(answering, answer), before.answer, before.operation)
        : [state, []]
    case 'refused':
      if (answering && afterRefusal(answer) === 'answer again') return ask(state, answering, true)
      return end(state.step, answer)
    case 'unreadable':
      return end(state.step, answer)
  }
}

/**
 * Sends the answer, or the call that has to come before it, or asks when neither can be sent.
 * @param performed the call before the answer that has just succeeded; it is not made twice
 */
function goOn(
  client: AppClient,
  state: UnderWay,
  pending: PendingChallenge,
  answer?: Answered,
  performed?: Operation,
): Moved {
  const request = challenges.get(pending.name)?.before?.(pending, answer?.answers)
  if (request && request.operation !== performed) {
    const before = { operation: request.operation, ...(answer && { answer }) }
    return send(state, pending, request, before)
  }
  // The result of the call may require more from the user than was answered before it.
  const lacking = performed !== undefined && answer && lacks(pending, answer.answers)
  if (!answer || request || lacking) return ask(state, pending)
  const { clientMetadata: _reachesOthers, ...context } = state.input
  const { session, name, username } = pending
  return send(
    state,
    pending,
    respondToAuthChallenge(
      client,
      { name, ...(session && { session }) },
      username,
      { ...presentedDevice(state.input), ...sentOnly(pending, answer.answers) },
      { ...context, ...(answer.clientMetadata && { clientMetadata: answer.clientMetadata }) },
    ),
  )
}

/** More calls than any sign-in takes: a server that always asks again does not hold us. */
export const maxCalls = 100

function send(
  { by, input, step: last }: UnderWay,
  answering: PendingChallenge,
  request: WireRequest,
  before?: Extract<SignInState, { phase: 'sending' }>['before'],
): Moved {
  if (last >= maxCalls)
    return end(last, {
      kind: 'not sent',
      message: `Stopped after ${String(maxCalls)} calls: the server asks again and again. Check the endpoint, or the DefineAuthChallenge trigger.`,
    })
  const { username } = answering
  const sent = { step: last + 1, by, answering }
  return [
    { phase: 'sending', ...sent, input, username, ...(before && { before }) },
    [{ type: 'send', ...sent, request }],
  ]
}

const ask = ({ input, step }: UnderWay, pending: PendingChallenge, again = false): Moved => [
  { phase: 'awaiting-answer', step, input, pending },
  [{ type: 'prompt', step: step + 1, pending, again }],
]

/** The challenge with the result of a call before its answer: the newest session counts. */
const withCallResult = (
  pending: PendingChallenge,
  { session, values }: Accepted,
): PendingChallenge => ({
  ...pending,
  ...(session && { session }),
  parameters: { ...pending.parameters, ...values },
})

/** A sign-in that presents a device presents it with each answer, as the AWS clients do. */
function presentedDevice({ parameters: { DEVICE_KEY } }: SignInInput): WireValues {
  return DEVICE_KEY === undefined ? {} : { DEVICE_KEY }
}

const fieldsOf = ({ availableChallenges, name, parameters }: PendingChallenge) =>
  challenges.get(name)?.fields(parameters, availableChallenges) ?? []

const lacks = (pending: PendingChallenge, answers: WireValues): boolean =>
  activeFields(fieldsOf(pending), answers).some(({ name, required }) => required && !answers[name])

/** The answers without those that only a computation or a call before them is made from. */
function sentOnly(pending: PendingChallenge, answers: WireValues): WireValues {
  const namesOf = (fields: readonly Field[], sent: boolean) =>
    new Set(fields.flatMap((field) => (field.sent === sent ? [field.name] : [])))
  const fields = fieldsOf(pending)
  const sent = namesOf(activeFields(fields, answers), true)
  const kept = namesOf(fields, false)
  return Object.fromEntries(
    Object.entries(answers).filter(([name]) => sent.has(name) || !kept.has(name)),
  )
}

const end = (step: number, outcome: Outcome): Moved => [
  { phase: 'done', step, outcome },
  [{ type: 'end', outcome }],
]

/** The newest session of a sign-in, which its next answer carries. */
export const sessionOf = (state: SignInState): Secret | undefined =>
  state.phase === 'awaiting-answer' ? state.pending.session : undefined
