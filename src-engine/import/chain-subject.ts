import { issuersOf } from '../tokens/issuers.ts'
import { readToken } from '../tokens/read-token.ts'
import { textOf } from '../tokens/base64url.ts'
import type { TraceTarget } from '../trace/event.ts'
import { member, parseJsonObject, textMember } from './json-object.ts'
import { linksOf } from './linking-values.ts'
import type { RecordedCall } from './recorded-call.ts'

/** Whose sign-in a chain is: the user’s name, the app client, and the pool as far as calls say it. */
export interface ChainSubject {
  readonly username: string
  /** Empty where no call names it. */
  readonly clientId: string
  readonly target: TraceTarget
}

/** Finds a name for user, client and pool in the calls of a chain. */
export function chainSubject(calls: readonly RecordedCall[]): ChainSubject {
  const links = calls.map(linksOf)
  const clientId = links.find((one) => one.clientId !== undefined)?.clientId ?? ''
  const endpoint = calls.find(({ url }) => url !== undefined)?.url ?? ''
  const userPoolId = calls.map(poolOf).find((found) => found !== undefined) ?? ''
  return {
    username: links.flatMap(({ names }) => names)[0] ?? '',
    clientId,
    target: {
      profileName: '',
      region: userPoolId.split('_')[0] || regionOf(endpoint),
      userPoolId,
      clientId,
      endpoint: endpoint.replace(/[?#].*$/, '').replace(/^([a-z]+:\/\/)[^/]*@/i, '$1'),
      practice: calls.some(({ practice }) => practice === true),
    },
  }
}

const regionOf = (url: string): string =>
  /^https?:\/\/cognito-idp(?:-fips)?\.([a-z]{2}-[a-z-]+-\d+)\./i.exec(url)?.[1] ?? ''

/** A pool is named by the recording, by an administrator’s request and by the issuer of tokens. */
function poolOf({ request, response, userPoolId }: RecordedCall): string | undefined {
  if (userPoolId !== undefined) return userPoolId
  const input = request.body && parseJsonObject(textOf(request.body))
  const output = response?.body && parseJsonObject(textOf(response.body))
  const token =
    textMember(member(output, 'AuthenticationResult'), 'AccessToken') ??
    textMember(input, 'AccessToken')
  const issuer = token === undefined ? undefined : textMember(readToken(token).claims, 'iss')
  const ofIssuer = issuer?.split('/').at(-1)
  return (
    textMember(input, 'UserPoolId') ??
    (ofIssuer !== undefined && issuersOf(ofIssuer).length > 0 ? ofIssuer : undefined)
  )
}
