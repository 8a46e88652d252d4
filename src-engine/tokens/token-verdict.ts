import type { TransportFailure } from '../wire/transport-failure.ts'
import type { OpenToken } from '../trace/event.ts'
import type { Answer } from '../wire/read-answer.ts'
import { timeText } from './time-text.ts'

/** What a call with a token shows of it. */
export interface TokenVerdict {
  /** `unknown` where the answer is about something else, such as the network or a quota. */
  readonly verdict: 'alive' | 'dead' | 'unknown'
  /** A sentence with the answer’s own words. */
  readonly reason: string
}

/** The verdict as a sentence. */
export const verdictText = (use: string, verdict: TokenVerdict['verdict']): string =>
  ({
    alive: `The ${use} token still works.`,
    dead: `The ${use} token no longer works.`,
    unknown: `Whether the ${use} token still works is unknown.`,
  })[verdict]

/** Exceptions with which a token or its user is refused. */
const refusalsOfToken: readonly string[] = [
  'NotAuthorizedException',
  'UserNotFoundException',
  'RefreshTokenReuseException',
  'UserNotConfirmedException',
  'PasswordResetRequiredException',
]

/** Reads from the answer to a call whether the token that let it through is still good. */
export function tokenVerdict(operation: string, answer: Answer | TransportFailure): TokenVerdict {
  switch (answer.kind) {
    case 'accepted':
    case 'tokens':
      return { verdict: 'alive', reason: `${operation} accepted it.` }
    case 'refused': {
      const { error, message } = answer
      // A token that lacks a scope, or a secret that is wrong, says nothing of its life.
      const aboutAnother = /scope|secret/i.test(message)
      return {
        verdict: refusalsOfToken.includes(error) && !aboutAnother ? 'dead' : 'unknown',
        reason: `${operation} answered ${error}: ${message}`,
      }
    }
    case 'unreadable':
      return { verdict: 'unknown', reason: `${operation}: ${answer.detail}` }
    case 'failed':
      return { verdict: 'unknown', reason: `${operation}: ${answer.message}` }
    case 'challenged':
      return { verdict: 'unknown', reason: `${operation} asked for ${answer.name}.` }
  }
}

/**
 * Until when verifiers that only check signatures still accept these tokens, in a sentence; Cognito’s
 * revocation does not reach them (cognito-facts 7.3).
 * @param now milliseconds since 1970
 */
export function offlineSentence(tokens: readonly OpenToken[], now: number): string {
  const until = tokens.flatMap(({ claims, use }) =>
    typeof claims?.['exp'] === 'number' ? [{ use, at: claims['exp'] * 1000 }] : [],
  )
  const alive = until.filter(({ at }) => at > now)
  if (until.length === 0) return 'There is no ID or access token that could be verified offline.'
  if (alive.length === 0) return 'The ID and access tokens have expired for offline verifiers too.'
  return `Offline verifiers, which only check signature and claims, still accept ${alive
    .map(({ at, use }) => `the ${use} token until ${timeText(at / 1000, now)}`)
    .join(' and ')}.`
}
