import type { KnownCall, KnownNames } from '#engine/facts/known-call.ts'
import { reveal, revealText } from '#engine/secret/secret.ts'
import type { PendingChallenge } from '#engine/catalogue/pending-challenge.ts'
import type { SignInInput } from '#engine/wire/sign-in-input.ts'
import type { TransportFailure } from '#engine/wire/transport-failure.ts'
import { readToken } from '#engine/tokens/read-token.ts'
import type { Answer } from '#engine/wire/read-answer.ts'
import type { AnswerComputer } from './answer-computer.ts'

/** What is known of the secrets of a run’s calls, from which the facts about each are computed. */
export class CallContext {
  #names: KnownNames

  constructor({ parameters }: SignInInput) {
    const typed = revealText(parameters['USERNAME'] ?? '')
    this.#names = typed === '' ? {} : { typed }
  }

  /** Tokens say who the user is. */
  answered(answer: Answer | TransportFailure): void {
    if (answer.kind !== 'tokens') return
    const { accessToken, idToken } = answer.tokens
    const token = idToken ?? accessToken
    const { claims = {} } = token ? readToken(reveal(token)) : {}
    const { sub, username, 'cognito:username': ofIdToken } = claims
    const ofTokens = ofIdToken ?? username
    this.#names = {
      ...this.#names,
      ...(typeof ofTokens === 'string' && { ofTokens }),
      ...(typeof sub === 'string' && { sub }),
    }
  }

  /** @param answering the challenge that the call answers */
  of(
    { known: { device, password, totpSecret }, srpKey }: Pick<AnswerComputer, 'known' | 'srpKey'>,
    answering: PendingChallenge | undefined,
  ): Pick<KnownCall, 'device' | 'names' | 'password' | 'srpKey' | 'totpSecret'> {
    const userIdForSrp = answering?.parameters['USER_ID_FOR_SRP']
    return {
      names: { ...this.#names, ...(userIdForSrp !== undefined && { userIdForSrp }) },
      ...(device && { device }),
      ...(password && { password }),
      ...(totpSecret && { totpSecret }),
      ...(srpKey && { srpKey }),
    }
  }
}
