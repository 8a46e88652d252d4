import { nestsTooDeep } from '../json/nesting.ts'
import { Secret } from '../secret/secret.ts'

/** A whole HTTP answer. Header names are lowercase. */
export interface WireReply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** The tokens of an AuthenticationResult; a refresh without rotation returns no refresh token. */
export interface Tokens {
  readonly idToken?: Secret
  readonly accessToken?: Secret
  readonly refreshToken?: Secret
  /** Seconds for which the access token is valid. */
  readonly expiresIn?: number
  readonly tokenType?: string
  readonly newDevice?: { readonly deviceKey: string; readonly deviceGroupKey: string }
}

/** What Cognito asked next. */
export interface Challenged {
  readonly kind: 'challenged'
  readonly name: string
  readonly session?: Secret
  readonly parameters: Readonly<Record<string, string>>
  readonly availableChallenges: readonly string[]
}

/** A call around the challenges succeeded, such as AssociateSoftwareToken. */
export interface Accepted {
  readonly kind: 'accepted'
  readonly session?: Secret
  /** The strings among its other members. */
  readonly values: Readonly<Record<string, string>>
  /** Its members as received, for who asked: they may contain secrets. Empty for an empty body. */
  readonly members: Readonly<Record<string, unknown>>
}

/** The operations whose answer is a challenge or tokens. */
const signInOperations: readonly string[] = [
  'InitiateAuth',
  'RespondToAuthChallenge',
  'AdminInitiateAuth',
  'AdminRespondToAuthChallenge',
]

/** What an answer means. A refusal is data: in a debugger it is the product. */
export type Answer =
  | Challenged
  | Accepted
  | { readonly kind: 'tokens'; readonly tokens: Tokens }
  | {
      readonly kind: 'refused'
      /** The bare name, as in `NotAuthorizedException`. */
      readonly error: string
      readonly message: string
      readonly status: number
    }
  | {
      readonly kind: 'unreadable'
      readonly reason: 'redirect' | 'html' | 'not json' | 'empty' | 'not cognito'
      readonly status: number
      /** A sentence that says what was received instead of Cognito's response. */
      readonly detail: string
    }

/** Reads the answer to an operation, whatever came. Never throws. */
export function readAnswer(
  { status, headers, body }: WireReply,
  operation = 'InitiateAuth',
): Answer {
  const unreadable = (
    reason: (Answer & { kind: 'unreadable' })['reason'],
    detail: string,
  ): Answer => ({ kind: 'unreadable', reason, status, detail })
  if (status >= 300 && status < 400)
    return unreadable(
      'redirect',
      `The server answered with a redirect${headers['location'] ? ` to ${headers['location']}` : ''}. Cognito never does: check the endpoint, and whether a proxy or a login page is in front of it.`,
    )
  const isSignIn = signInOperations.includes(operation)
  // A refusal may come without a body; its headers say the same. So does what has no output.
  const mayBeEmpty = headers['x-amzn-errortype'] !== undefined || (status === 200 && !isSignIn)
  if (nestsTooDeep(body))
    return unreadable(
      'not cognito',
      `Status ${String(status)} with JSON that nests deeper than any answer of Cognito.`,
    )
  const members = parseObject(body === '' && mayBeEmpty ? '{}' : bodyOfFramework(body))
  if (!members) return unreadable(...notAnObject(status, headers, body))
  const error = errorName(members, headers)
  if (status !== 200 || error !== undefined) {
    if (error === undefined)
      return unreadable(
        'not cognito',
        `Status ${String(status)} with JSON that names no exception: not an answer of Cognito.`,
      )
    const message = text(members['message']) ?? text(members['Message'])
    return {
      kind: 'refused',
      error,
      message: message ?? headers['x-amzn-errormessage'] ?? '',
      status,
    }
  }
  const session = text(members['Session'])
  const ofSession = session !== undefined && { session: Secret.of('session', session) }
  const result = members['AuthenticationResult']
  if (isObject(result)) return { kind: 'tokens', tokens: readTokens(result) }
  if (!isSignIn) {
    const { Session: _apart, ...others } = texts(members)
    return { kind: 'accepted', ...ofSession, values: others, members }
  }
  const name = text(members['ChallengeName'])
  if (name === undefined)
    return unreadable(
      'not cognito',
      'The answer holds neither a challenge nor tokens: check that the endpoint is a Cognito user pool’s.',
    )
  return {
    kind: 'challenged',
    name,
    ...ofSession,
    parameters: texts(members['ChallengeParameters']),
    availableChallenges: Array.isArray(members['AvailableChallenges'])
      ? members['AvailableChallenges'].filter((item) => typeof item === 'string')
      : [],
  }
}

/** AWS’s framework answers in XML where it does not know the Content-Type of a request. */
const bodyOfFramework = (body: string): string =>
  /^\s*<UnknownOperationException\s*\/>\s*$/.test(body)
    ? '{"__type":"UnknownOperationException"}'
    : body

function notAnObject(
  status: number,
  headers: WireReply['headers'],
  body: string,
): ['html' | 'not json' | 'empty', string] {
  if (body.trim() === '')
    return ['empty', `Status ${String(status)} with an empty body where JSON belongs.`]
  if (/^\s*<(!doctype|html|\?xml)/i.test(body) || headers['content-type']?.includes('html'))
    return [
      'html',
      `Status ${String(status)} with an HTML page where JSON belongs: a proxy, a firewall or a web server answered, not Cognito.`,
    ]
  return [
    'not json',
    `Status ${String(status)} with a body that is not a JSON object: it was cut off on the way, or the endpoint is not Cognito’s.`,
  ]
}

function errorName(members: JsonObject, headers: WireReply['headers']): string | undefined {
  // To another Content-Type, AWS’s framework answers with status 200 and the exception inside.
  const output = members['Output']
  const raw =
    text(members['__type']) ??
    text(members['code']) ??
    headers['x-amzn-errortype'] ??
    (isObject(output) ? text(output['__type']) : undefined)
  return raw?.replace(/^.*#/, '').replace(/:.*$/, '')
}

function readTokens(result: JsonObject): Tokens {
  const secret = (member: string, kind: Secret['kind']) => {
    const value = text(result[member])
    return value === undefined ? undefined : Secret.of(kind, value)
  }
  const idToken = secret('IdToken', 'id token')
  const accessToken = secret('AccessToken', 'access token')
  const refreshToken = secret('RefreshToken', 'refresh token')
  const tokenType = text(result['TokenType'])
  const device = result['NewDeviceMetadata']
  return {
    ...(idToken && { idToken }),
    ...(accessToken && { accessToken }),
    ...(refreshToken && { refreshToken }),
    ...(typeof result['ExpiresIn'] === 'number' && { expiresIn: result['ExpiresIn'] }),
    ...(tokenType !== undefined && { tokenType }),
    ...(isObject(device) && {
      newDevice: {
        deviceKey: text(device['DeviceKey']) ?? '',
        deviceGroupKey: text(device['DeviceGroupKey']) ?? '',
      },
    }),
  }
}

type JsonObject = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

const texts = (value: unknown): Readonly<Record<string, string>> =>
  isObject(value)
    ? Object.fromEntries(
        Object.entries(value).filter(
          (entry): entry is [string, string] => typeof entry[1] === 'string',
        ),
      )
    : {}

function parseObject(body: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(body)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}
