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

/** The state of a sign-in. */
export type SignInState =
  | { readonly step: 'new' }
  | { readonly step: 'preparing'; readonly input: SignInInput }
  | {
      readonly step: 'sending'
      readonly input: SignInInput
      readonly username: string
      /** The challenge that the call in flight answers, or comes before the answer to. */
      readonly answering?: PendingChallenge
      /** A call that comes before an answer, and the answer that waits for it, if one does. */
      readonly before?: { readonly operation: Operation; readonly answer?: Answered }
    }
  | {
      readonly step: 'awaiting-answer'
      readonly input: SignInInput
      readonly pending: PendingChallenge
    }
  | { readonly step: 'done'; readonly outcome: Outcome }

/** The answer to a challenge, manual or automatic. */
interface Answered {
  readonly type: 'answered'
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
  | { readonly type: 'cancelled' }

/** What a sign-in wants done; each comes back as an event. */
export type Effect =
  | { readonly type: 'compute'; readonly input: SignInInput }
  | { readonly type: 'send'; readonly request: WireRequest; readonly answering?: PendingChallenge }
  | { readonly type: 'prompt'; readonly pending: PendingChallenge }
  | { readonly type: 'end'; readonly outcome: Outcome }

/** Moves a sign-in on. Pure: performs nothing, awaits nothing, reads no clock, throws nothing. */
export function transition(
  client: AppClient,
  state: SignInState,
  event: SignInEvent,
): readonly [SignInState, readonly Effect[]] {
  if (event.type === 'cancelled' && state.step !== 'done')
    return end({ kind: 'failed', code: 'cancelled', message: 'Cancelled before it was finished.' })
  switch (state.step) {
    case 'new':
      if (event.type !== 'start') break
      return [{ step: 'preparing', input: event.input }, [{ type: 'compute', input: event.input }]]
    case 'preparing': {
      if (event.type === 'not computable') return end({ kind: 'not sent', message: event.message })
      if (event.type !== 'computed') break
      const { input } = state
      const username = revealText(input.parameters['USERNAME'] ?? '')
      const request = firstCall(client, input, event.authParameters)
      return [{ step: 'sending', input, username }, [{ type: 'send', request }]]
    }
    case 'sending':
      if (event.type === 'failed') return end(event.failure)
      if (event.type !== 'replied') break
      return read(client, state, event.answer)
    case 'awaiting-answer':
      if (event.type !== 'answered') break
      return goOn(client, state.input, state.pending, event)
    case 'done':
      break
  }
  return [state, []]
}

function firstCall(client: AppClient, input: SignInInput, authParameters: WireValues): WireRequest {
  const flow = flows.get(input.flow)
  if (flow?.operation)
    return operationRequest(flow.operation, client, { ...input, inputs: authParameters })
  const username = revealText(input.parameters['USERNAME'] ?? '')
  return initiateAuth(client, input, authParameters, flow?.hashName(input.parameters) ?? username)
}

type Moved = readonly [SignInState, readonly Effect[]]

function read(
  client: AppClient,
  state: Extract<SignInState, { step: 'sending' }>,
  answer: Answer,
): Moved {
  const { answering, before, input } = state
  switch (answer.kind) {
    case 'tokens':
      return end({ ...answer, username: state.username })
    case 'challenged': {
      const username = answer.parameters['USER_ID_FOR_SRP'] ?? state.username
      return goOn(client, input, { ...answer, username })
    }
    case 'accepted':
      return answering && before
        ? goOn(client, input, withCallResult(answering, answer), before.answer, before.operation)
        : [state, []]
    case 'refused':
      if (answering && afterRefusal(answer) === 'answer again') return ask(input, answering)
      return end(answer)
    case 'unreadable':
      return end(answer)
  }
}

/**
 * Sends the answer, or the call that has to come before it, or asks when neither can be sent.
 * @param performed the call before the answer that has just succeeded; it is not made twice
 */
function goOn(
  client: AppClient,
  input: SignInInput,
  pending: PendingChallenge,
  answer?: Answered,
  performed?: Operation,
): Moved {
  const request = challenges.get(pending.name)?.before?.(pending, answer?.answers)
  if (request && request.operation !== performed) {
    const before = { operation: request.operation, ...(answer && { answer }) }
    return send(input, pending, request, before)
  }
  // The result of the call may require more from the user than was answered before it.
  const lacking = performed !== undefined && answer && lacks(pending, answer.answers)
  if (!answer || request || lacking) return ask(input, pending)
  const { clientMetadata: _reachesOthers, ...context } = input
  const { session, name, username } = pending
  return send(
    input,
    pending,
    respondToAuthChallenge(
      client,
      { name, ...(session && { session }) },
      username,
      { ...presentedDevice(input), ...sentOnly(pending, answer.answers) },
      { ...context, ...(answer.clientMetadata && { clientMetadata: answer.clientMetadata }) },
    ),
  )
}

function send(
  input: SignInInput,
  answering: PendingChallenge,
  request: WireRequest,
  before?: Extract<SignInState, { step: 'sending' }>['before'],
): Moved {
  const { username } = answering
  return [
    { step: 'sending', input, username, answering, ...(before && { before }) },
    [{ type: 'send', request, answering }],
  ]
}

const ask = (input: SignInInput, pending: PendingChallenge): Moved => [
  { step: 'awaiting-answer', input, pending },
  [{ type: 'prompt', pending }],
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

const end = (outcome: Outcome): Moved => [{ step: 'done', outcome }, [{ type: 'end', outcome }]]

/** The newest session of a sign-in, which its next answer carries. */
export const sessionOf = (state: SignInState): Secret | undefined =>
  state.step === 'awaiting-answer' ? state.pending.session : undefined
