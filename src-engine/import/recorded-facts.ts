import { factsOf } from '../facts/facts-of.ts'
import type { KnownCall, KnownNames } from '../facts/known-call.ts'
import { type Secret } from '../secret/secret.ts'
import { textOf } from '../tokens/base64url.ts'
import { readToken } from '../tokens/read-token.ts'
import type { Fact } from '../trace/fact.ts'
import type { WireValue } from '../wire/request.ts'
import { member, parseJsonObject, textMember } from './json-object.ts'
import type { RecordedCall } from './recorded-call.ts'

/** Facts that speak of the moment at which a call was made. */
const timed: ReadonlySet<string> = new Set(['timestamp', 'totp-code'])

/** What is known of the client of a chain before its calls are read; empty where it is not. */
export interface KnownClient {
  readonly clientId: string
  readonly clientSecret?: Secret
  readonly totpSecret?: Secret
  readonly typed: string
  readonly userPoolId: string
}

/**
 * Computes the facts of the calls of one chain, in their order: what an answer says of the user is
 * known to the calls after it.
 */
export class RecordedFacts {
  readonly #client: Pick<KnownCall, 'clientId' | 'clientSecret' | 'totpSecret' | 'userPoolId'>
  #names: KnownNames

  constructor({ clientId, clientSecret, totpSecret, typed, userPoolId }: KnownClient) {
    this.#client = {
      ...(clientId !== '' && { clientId }),
      ...(userPoolId !== '' && { userPoolId }),
      ...(clientSecret && { clientSecret }),
      ...(totpSecret && { totpSecret }),
    }
    this.#names = typed === '' ? {} : { typed }
  }

  /** The facts of a call; those that the recording states itself count for more. */
  of(call: RecordedCall): readonly Fact[] {
    const { at, facts, operation, request } = call
    const input = request.body && parseJsonObject(textOf(request.body))
    const typed = textMember(member(input, 'AuthParameters'), 'USERNAME')
    if (typed !== undefined) this.#names = { ...this.#names, typed }
    const clientId = textMember(input, 'ClientId')
    const found = facts ?? this.#computed(input, operation, at, clientId)
    this.#learn(call)
    return found
  }

  #computed(
    input: object | undefined,
    operation: string,
    at: number | undefined,
    clientId: string | undefined,
  ): readonly Fact[] {
    if (!input) return []
    const all = factsOf({
      ...this.#client,
      operation,
      // Parsed JSON: what a body can contain is what a call can be made of.
      input: input as Readonly<Record<string, WireValue>>,
      at: at ?? 0,
      ...(clientId !== undefined && { clientId }),
      names: this.#names,
    })
    return at === undefined ? all.filter(({ name }) => !timed.has(name)) : all
  }

  #learn({ response }: RecordedCall): void {
    const output = response?.body && parseJsonObject(textOf(response.body))
    const userIdForSrp = textMember(member(output, 'ChallengeParameters'), 'USER_ID_FOR_SRP')
    const token = textMember(member(output, 'AuthenticationResult'), 'AccessToken')
    const claims = token === undefined ? undefined : readToken(token).claims
    const ofTokens = textMember(claims, 'username')
    const sub = textMember(claims, 'sub')
    this.#names = {
      ...this.#names,
      ...(userIdForSrp !== undefined && { userIdForSrp }),
      ...(ofTokens !== undefined && { ofTokens }),
      ...(sub !== undefined && { sub }),
    }
  }
}
