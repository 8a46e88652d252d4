import { textOf } from '../tokens/base64url.ts'
import { readToken } from '../tokens/read-token.ts'
import { markPattern } from '../trace/mark-registry.ts'
import type { Link } from '../trace/origin.ts'
import { isJsonObject, member, parseJsonObject, textMember } from './json-object.ts'
import type { RecordedCall } from './recorded-call.ts'

/** A value that links, with its kind. It may be secret. */
export interface LinkingValue {
  readonly link: Link
  readonly value: string
}

/** What the chain builder has to know of a call. */
export interface CallLinks {
  readonly operation: string
  readonly clientId?: string
  /** The challenge that the request answers. */
  readonly answeredChallenge?: string
  /** The challenge that the answer asks. */
  readonly challenge?: string
  readonly gaveTokens: boolean
  readonly refused: boolean
  /** Values in the request that an earlier answer gave, strongest first. */
  readonly carried: readonly LinkingValue[]
  /** Values by which a later call can be recognised. */
  readonly offered: readonly LinkingValue[]
  /** Every name that the user has in the call. */
  readonly names: readonly string[]
  readonly answerCaptured: boolean
  /** False where the request, or members of it that link, were not captured. */
  readonly requestCaptured: boolean
}

/** Reads what links a call to others. Bodies may be anything. */
export function linksOf(call: RecordedCall): CallLinks {
  const request = bodyOf(call.request.body)
  const response = bodyOf(call.response?.body)
  const parameters = member(request, 'AuthParameters')
  const responses = member(request, 'ChallengeResponses')
  const challengeParameters = member(response, 'ChallengeParameters')
  const result = member(response, 'AuthenticationResult')
  const lacks = (...parts: readonly string[]) =>
    call.notCaptured.some(({ part }) => parts.includes(part))
  const accessTokens = [textMember(request, 'AccessToken'), textMember(parameters, 'ACCESS_TOKEN')]
  const carried = [
    value('session', textMember(request, 'Session')),
    value('secret block', textMember(responses, 'PASSWORD_CLAIM_SECRET_BLOCK')),
    value('refresh token', textMember(parameters, 'REFRESH_TOKEN')),
    value('refresh token', textMember(request, 'RefreshToken')),
    value('refresh token', textMember(request, 'Token')),
    ...accessTokens.map((token) => value('access token', token)),
    ...accessTokens.map(family),
  ].flat()
  const offered = [
    value('session', textMember(response, 'Session')),
    value('secret block', textMember(challengeParameters, 'SECRET_BLOCK')),
    value('refresh token', textMember(result, 'RefreshToken')),
    value('access token', textMember(result, 'AccessToken')),
    family(textMember(result, 'AccessToken')),
    srpA(parameters),
    srpA(responses),
  ].flat()
  const clientId = textMember(request, 'ClientId')
  const answeredChallenge = textMember(request, 'ChallengeName')
  const challenge = textMember(response, 'ChallengeName')
  return {
    operation: call.operation,
    ...(clientId !== undefined && { clientId }),
    ...(answeredChallenge !== undefined && { answeredChallenge }),
    ...(challenge !== undefined && { challenge }),
    gaveTokens: isJsonObject(result),
    refused: (call.response?.status ?? 0) >= 400,
    carried,
    offered,
    names: [
      textMember(parameters, 'USERNAME'),
      textMember(responses, 'USERNAME'),
      textMember(request, 'Username'),
      textMember(challengeParameters, 'USERNAME'),
      textMember(challengeParameters, 'USER_ID_FOR_SRP'),
      ...accessTokens.map(userOf),
      userOf(textMember(result, 'AccessToken')),
    ].filter((name): name is string => name !== undefined && name !== ''),
    answerCaptured: !lacks('response', 'response body', 'response members'),
    requestCaptured: !lacks('request body', 'request members'),
  }
}

const bodyOf = (bytes: Uint8Array | undefined) => bytes && parseJsonObject(textOf(bytes))

/** Texts that people and tools put in the place of a secret: they link nothing. */
const placeholder = /redact|mask|remove|hidden|sensitive|secret|^(.)\1*$|^<.*>$|^\[.*\]$/i

const minLength = 8
const maxPlaceholderLength = 60

const value = (link: Link, text: string | undefined): readonly LinkingValue[] =>
  text === undefined || (!isMark(text) && isPlaceholder(text)) ? [] : [{ link, value: text }]

const isPlaceholder = (text: string): boolean =>
  text.length < minLength || (text.length < maxPlaceholderLength && placeholder.test(text))

/** Of our own redacted export: the same mark is the same value. */
const isMark = (text: string): boolean => new RegExp(`^${markPattern.source}$`).test(text)

function family(token: string | undefined): readonly LinkingValue[] {
  return value('token family', textMember(claimsOf(token), 'origin_jti'))
}

function srpA(values: unknown): readonly LinkingValue[] {
  const A = textMember(values, 'SRP_A')
  return value('SRP_A', A && `${textMember(values, 'USERNAME') ?? ''} ${A}`)
}

const userOf = (token: string | undefined): string | undefined =>
  textMember(claimsOf(token), 'username')

const claimsOf = (token: string | undefined) =>
  token === undefined ? undefined : readToken(token).claims
