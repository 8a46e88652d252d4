import { flows } from '../catalogue/flows/index.ts'
import { revealText, type Secret } from '../secret/secret.ts'
import type { Answer, Challenged, Tokens } from '../wire/read-answer.ts'
import { initiateAuth } from '../wire/initiate-auth.ts'
import { respondToAuthChallenge } from '../wire/respond-to-auth-challenge.ts'
import type { WireRequest } from '../wire/request.ts'
import { afterRefusal } from './after-refusal.ts'
import type { AppClient, SignInInput, WireValues } from './context.ts'

/** No HTTP answer came, or none that was whole. */
export interface TransportFailure {
  readonly kind: 'failed'
  readonly code:
    'refused' | 'not found' | 'timed out' | 'reset' | 'cut off' | 'tls' | 'cancelled' | 'other'
  /** A sentence that says what happened and what to do. */
  readonly message: string
}

/** A challenge that waits for its answer, and the name that the answer goes out under. */
export interface Asked extends Challenged {
  readonly username: string
}

/** How a sign-in ended. */
export type Outcome =
  | { readonly kind: 'tokens'; readonly tokens: Tokens; readonly username: string }
  | Extract<Answer, { kind: 'refused' | 'unreadable' }>
  | TransportFailure
  | { readonly kind: 'not sent'; readonly message: string }

/** Where a sign-in stands. */
export type SignInState =
  | { readonly step: 'new' }
  | { readonly step: 'making'; readonly input: SignInInput }
  | {
      readonly step: 'sending'
      readonly input: SignInInput
      readonly username: string
      /** The challenge that the call in flight answers. */
      readonly answering?: Asked
    }
  | { readonly step: 'asked'; readonly input: SignInInput; readonly asked: Asked }
  | { readonly step: 'done'; readonly outcome: Outcome }

/** What happens to a sign-in. */
export type SignInEvent =
  | { readonly type: 'start'; readonly input: SignInInput }
  | { readonly type: 'made'; readonly authParameters: WireValues }
  | { readonly type: 'not made'; readonly message: string }
  | { readonly type: 'replied'; readonly answer: Answer }
  | { readonly type: 'failed'; readonly failure: TransportFailure }
  | {
      readonly type: 'answered'
      readonly answers: WireValues
      /** ClientMetadata of the answer, which reaches other triggers than that of InitiateAuth. */
      readonly clientMetadata?: Readonly<Record<string, string>>
    }
  | { readonly type: 'cancelled' }

/** What a sign-in wants done; each comes back as an event. */
export type Effect =
  | { readonly type: 'make'; readonly input: SignInInput }
  | { readonly type: 'send'; readonly request: WireRequest; readonly answering?: Asked }
  | { readonly type: 'ask'; readonly asked: Asked }
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
      return [{ step: 'making', input: event.input }, [{ type: 'make', input: event.input }]]
    case 'making': {
      if (event.type === 'not made') return end({ kind: 'not sent', message: event.message })
      if (event.type !== 'made') break
      const { input } = state
      const username = revealText(input.parameters['USERNAME'] ?? '')
      const hashName = flows.get(input.flow)?.hashName(input.parameters) ?? username
      const request = initiateAuth(client, input, event.authParameters, hashName)
      return [{ step: 'sending', input, username }, [{ type: 'send', request }]]
    }
    case 'sending':
      if (event.type === 'failed') return end(event.failure)
      if (event.type !== 'replied') break
      return read(state, event.answer)
    case 'asked': {
      if (event.type !== 'answered') break
      const { asked, input } = state
      const { session, name, username } = asked
      const { clientMetadata: _reachesOthers, ...context } = input
      const request = respondToAuthChallenge(
        client,
        { name, ...(session && { session }) },
        username,
        event.answers,
        { ...context, ...(event.clientMetadata && { clientMetadata: event.clientMetadata }) },
      )
      return [
        { step: 'sending', input, username, answering: asked },
        [{ type: 'send', request, answering: asked }],
      ]
    }
    case 'done':
      break
  }
  return [state, []]
}

function read(
  state: Extract<SignInState, { step: 'sending' }>,
  answer: Answer,
): readonly [SignInState, readonly Effect[]] {
  const { answering, input } = state
  switch (answer.kind) {
    case 'tokens':
      return end({ ...answer, username: state.username })
    case 'challenged': {
      const username = answer.parameters['USER_ID_FOR_SRP'] ?? state.username
      const asked: Asked = { ...answer, username }
      return [{ step: 'asked', input, asked }, [{ type: 'ask', asked }]]
    }
    case 'refused':
      if (answering && afterRefusal(answer) === 'answer again')
        return [{ step: 'asked', input, asked: answering }, [{ type: 'ask', asked: answering }]]
      return end(answer)
    case 'unreadable':
      return end(answer)
  }
}

const end = (outcome: Outcome): readonly [SignInState, readonly Effect[]] => [
  { step: 'done', outcome },
  [{ type: 'end', outcome }],
]

/** The newest session of a sign-in, which its next answer carries. */
export const sessionOf = (state: SignInState): Secret | undefined =>
  state.step === 'asked' ? state.asked.session : undefined
