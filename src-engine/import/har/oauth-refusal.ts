import { base64, utf8 } from '@scure/base'
import { listMember, member, parseJsonObject, textMember } from '../json-object.ts'

/** What earlier entries of the file say about a later one. */
export interface OAuthEntries {
  /** @returns what was refused and why, without a value of the call; undefined for any other entry */
  readonly refusalOf: (entry: unknown) => string | undefined
}

interface OAuthCall {
  readonly endpoint: 'token' | 'revoke'
  readonly parameters: ReadonlyMap<string, string>
  /** Client id and secret of the header `Authorization`; empty texts where it cannot be read. */
  readonly basic: { readonly id: string } | undefined
}

/**
 * Explains the refusals of `/oauth2/token` and `/oauth2/revoke`, as the developer guide does (pages
 * “The token issuer endpoint” and “The token revocation endpoint”), with what the file shows of the
 * cause. They are told from those of other identity providers by their host or by a header.
 */
export function oauthEntries(): OAuthEntries {
  const spentCodes = new Set<string>()
  return {
    refusalOf: (entry) => {
      const call = oauthCall(entry)
      if (!call) return undefined
      const text = textMember(member(member(entry, 'response'), 'content'), 'text') ?? ''
      const answer = parseJsonObject(text)
      const code = call.parameters.get('code')
      const error = textMember(answer, 'error')
      const isSpent = code !== undefined && spentCodes.has(code)
      if (code !== undefined && textMember(answer, 'access_token') !== undefined)
        spentCodes.add(code)
      if (error === undefined || !/^[a-z_]{1,40}$/.test(error)) return undefined
      const why = causeOf(call, error, textMember(answer, 'error_description'), isSpent)
      const said = `/oauth2/${call.endpoint} of managed login answered ${error}`
      return why === undefined ? `${said}.` : `${said}: ${why}`
    },
  }
}

function oauthCall(entry: unknown): OAuthCall | undefined {
  const request = member(entry, 'request')
  const url = textMember(request, 'url') ?? ''
  const [, host = '', endpoint] =
    /^https?:\/\/([^/?#]+)\/oauth2\/(token|revoke)(?:[?#]|$)/i.exec(url) ?? []
  if (endpoint !== 'token' && endpoint !== 'revoke') return undefined
  const isCognito =
    /\.amazoncognito\.com(?::\d+)?$/i.test(host) ||
    headerOf(member(entry, 'response'), 'x-amz-cognito-request-id') !== undefined
  if (!isCognito) return undefined
  return { endpoint, parameters: parametersOf(request), basic: basicOf(request) }
}

function parametersOf(request: unknown): ReadonlyMap<string, string> {
  const postData = member(request, 'postData')
  const inList = listMember(postData, 'params').map(
    (one) => [textMember(one, 'name') ?? '', textMember(one, 'value') ?? ''] as const,
  )
  const inText = (textMember(postData, 'text') ?? '').split('&').map((pair) => {
    const [name = '', ...value] = pair.split('=')
    return [name, value.join('=')] as const
  })
  return new Map([...inText, ...inList].filter(([name]) => name !== ''))
}

function basicOf(request: unknown): OAuthCall['basic'] {
  const header = headerOf(request, 'authorization')
  if (header === undefined) return undefined
  try {
    const [id = ''] = utf8.encode(base64.decode(header.replace(/^basic /i, ''))).split(':')
    return { id }
  } catch {
    return { id: '' }
  }
}

const headerOf = (message: unknown, wanted: string): string | undefined =>
  textMember(
    listMember(message, 'headers').find(
      (header) => textMember(header, 'name')?.toLowerCase() === wanted,
    ),
    'value',
  )

function causeOf(
  call: OAuthCall,
  error: string,
  description: string | undefined,
  isSpent: boolean,
): string | undefined {
  switch (error) {
    case 'invalid_client':
      return invalidClient(call)
    case 'invalid_grant':
      return invalidGrant(call, isSpent)
    case 'unauthorized_client':
      return description === 'invalid_redirect'
        ? 'redirect_uri is not that of the authorization request. Send the same one in both.'
        : 'the app client may not use this grant. Allow it in the OAuth settings of the app client (AllowedOAuthFlows).'
    case 'unsupported_token_type':
      return call.parameters.get('token')?.split('.').length === 3
        ? 'the token that was sent is an ID or access token. Send the refresh token: its access tokens are revoked with it.'
        : 'the token that was sent is no refresh token. Send the refresh token: its access tokens are revoked with it.'
    case 'unsupported_grant_type':
      return 'grant_type is none of authorization_code, refresh_token and client_credentials.'
    case 'invalid_request':
      return invalidRequest(call)
    default:
      return undefined
  }
}

function invalidClient({ basic, parameters }: OAuthCall): string {
  const id = parameters.get('client_id')
  if (!basic && !parameters.has('client_secret'))
    return 'no client secret was sent, so the app client has one, or there is no such app client. Send client ID and secret in the header Authorization, as Basic.'
  if (basic?.id === '')
    return 'the header Authorization is not Basic with base64 of client ID, “:” and client secret.'
  if (basic && id !== undefined && id !== basic.id)
    return 'client_id and the header Authorization name different app clients.'
  return 'no app client has this client ID and client secret. Check the secret, and that the app client belongs to the user pool of this domain.'
}

function invalidGrant({ parameters }: OAuthCall, isSpent: boolean): string {
  if (isSpent)
    return 'the authorization code was exchanged before, by an earlier call in this file. Exchange each code once.'
  const reads = 'or the app client may not read every attribute of a requested scope'
  return parameters.get('grant_type') === 'refresh_token'
    ? `the refresh token was revoked, expired, or belongs to another app client, ${reads}.`
    : `the authorization code was exchanged before, expired, or does not exist, ${reads}.`
}

function invalidRequest({ endpoint, parameters }: OAuthCall): string {
  if (endpoint === 'revoke')
    return parameters.has('token')
      ? 'token revocation is off for the app client (EnableTokenRevocation).'
      : 'the request has no token.'
  const needed = { authorization_code: 'code', refresh_token: 'refresh_token' } as const
  const grant = parameters.get('grant_type')
  if (grant === undefined)
    return 'the request has no grant_type: its body has to be a form (application/x-www-form-urlencoded).'
  const missing = Object.entries(needed).find(
    ([name, member]) => name === grant && !parameters.has(member),
  )?.[1]
  return missing === undefined
    ? 'a parameter is missing or malformed.'
    : `the request has no ${missing}, which ${grant} needs.`
}
