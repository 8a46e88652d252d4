import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { isLoopbackHost } from '#engine/wire/loopback.ts'
import type { PoolAnswer } from '../core/operation-performer.ts'
import type { PracticePool } from '../core/practice-pool.ts'
import { isSameText } from '../credentials/same-text.ts'
import { refusals } from '../refusals/catalogue.ts'
import type { RefusalText } from '../refusals/refusal.ts'
import { splitReplicaPath } from '../state/replica.ts'
import type { Ports } from '../state/ports.ts'
import { uuidOf } from '../state/uuid.ts'
import { answerToContentType } from './content-type.ts'
import { injectedFault, endTruncated, type ReplacedAnswer } from './injected-fault.ts'
import { requestBody } from './request-body.ts'

const targetPrefix = 'AWSCognitoIdentityProviderService.'
const bodyLimit = 1024 * 1024

/** A host with or without its port, as a Host header has it. */
const isLoopback = (host: string): boolean => isLoopbackHost(host.replace(/:\d+$/, ''))

/** Pages of this machine; `app:` is the scheme of desktop applications. */
const isLoopbackOrigin = (origin: string): boolean =>
  /^app:\/\/\S*$/i.test(origin) || isLoopback(/^https?:\/\/([^/]+)$/i.exec(origin)?.[1] ?? '')

interface HttpAnswer {
  readonly status: number
  readonly headers: OutgoingHttpHeaders
  readonly body: string
  /** True for an answer that breaks off in its middle. */
  readonly isCut?: boolean
}

/** Where other programs read the messages that a real pool would have sent. */
export const outboxPath = '/authscope/outbox'

/** Who may call a pool, in addition to clients and pages of this machine. */
export interface Access {
  /** Origins of pages, as in `https://dev.example`. */
  readonly allowedOrigins?: readonly string[]
  /** What opens the outbox to other programs; without it nothing does. */
  readonly outboxToken?: string
}

/**
 * Speaks AWS JSON 1.1 for a practice pool: operations by POST, the documents by GET, CORS for pages
 * in a browser. Every request gets an answer.
 * @param access who else may call, in addition to clients and pages of this machine
 */
export function httpAdapter(
  pool: PracticePool,
  ports: Ports,
  { allowedOrigins = [], outboxToken }: Access = {},
): (request: IncomingMessage, response: ServerResponse) => void {
  const always = ({ headers }: IncomingMessage, requestId: string): OutgoingHttpHeaders => ({
    Date: new Date(pool.now()).toUTCString(),
    'x-amzn-RequestId': requestId,
    ...crossOrigin(headers.origin),
    Server: 'Authscope practice pool',
  })

  const isAllowed = (origin: string | undefined) =>
    origin === undefined || isLoopbackOrigin(origin) || allowedOrigins.includes(origin)

  // A page of the web gets no answer that it could read; the real service lets every page.
  const crossOrigin = (origin: string | undefined): OutgoingHttpHeaders => ({
    Vary: 'Origin',
    ...(isAllowed(origin) && {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Expose-Headers': 'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date',
    }),
  })

  const answer = async (request: IncomingMessage, requestId: string): Promise<HttpAnswer> => {
    // A page on the open web could point its own name at 127.0.0.1; it shall find nothing here.
    if (!isLoopback(request.headers.host ?? ''))
      return plain(403, { message: 'The practice pool answers on loopback only.' })
    if (!isAllowed(request.headers.origin))
      return plain(403, { message: 'The practice pool answers pages of this machine only.' })
    switch (request.method) {
      case 'OPTIONS':
        return preflight(request)
      case 'GET': {
        const { replicaRegion, rest } = splitReplicaPath((request.url ?? '').split('?')[0] ?? '')
        if (rest === outboxPath) return outbox(request)
        const document = await pool.document(rest, replicaRegion)
        return document ? plain(200, document) : plain(404, { message: 'User Pool not found.' })
      }
      case 'POST': {
        const { replicaRegion } = splitReplicaPath(request.url ?? '')
        const body = await requestBody(request, bodyLimit)
        // The real service, too, answers so with an empty body.
        if (body === undefined) return { status: 413, headers: { Connection: 'close' }, body: '' }
        const notUnderstood = answerToContentType(request.headers['content-type'])
        if (notUnderstood) return assumed(other(notUnderstood))
        const operation = operationOf(request)
        const { replacedAnswer, isCut, late } = injectedFault(pool.faults, operation)
        if (replacedAnswer) {
          await late()
          return other(replacedAnswer)
        }
        const answered = operationAnswer(
          await pool.call(operation, body, signedFor(request), requestId, replicaRegion),
        )
        await late()
        return { ...answered, isCut }
      }
      default:
        return operationAnswer({ status: 400, refusal: refusals.unknownOperation })
    }
  }

  // For test suites that fetch codes; never for a page, which would say its origin.
  const outbox = ({ headers }: IncomingMessage): HttpAnswer => {
    const isKnown =
      outboxToken !== undefined && isSameText(headers.authorization ?? '', `Bearer ${outboxToken}`)
    return isKnown && headers.origin === undefined
      ? plain(200, { messages: pool.outbox() })
      : plain(403, { message: 'The outbox wants its token as Authorization: Bearer.' })
  }

  return (request, response) => {
    const requestId = uuidOf(ports.randomBytes(16))
    answer(request, requestId)
      .catch(() => operationAnswer({ status: 500, refusal: refusals.internalError }))
      .then(({ status, headers, body, isCut }) => {
        const length = { 'Content-Length': Buffer.byteLength(body) }
        response.writeHead(status, { ...always(request, requestId), ...headers, ...length })
        if (isCut) endTruncated(response, body)
        else response.end(body)
      })
      .catch(() => response.destroy())
  }
}

/**
 * The region in a signature's credential scope, or the default where none is legible. Any key does
 * on loopback: what counts is that a client signs where it has to.
 */
function signedFor({ headers: { authorization = '' } }: IncomingMessage): string {
  if (!authorization.startsWith('AWS4-HMAC-SHA256 ')) return ''
  const scope = /Credential=[^/,]+\/\d{8}\/([a-z]+(?:-[a-z]+)+-\d)\//.exec(authorization)
  return scope?.[1] ?? 'us-east-1'
}

function operationOf({ headers }: IncomingMessage): string {
  const target = String(headers['x-amz-target'] ?? '')
  return target.startsWith(targetPrefix) ? target.slice(targetPrefix.length) : target
}

function operationAnswer(answer: PoolAnswer): HttpAnswer {
  const headers = { 'Content-Type': 'application/x-amz-json-1.1' }
  if (!('refusal' in answer))
    return {
      status: answer.status,
      headers,
      body: answer.body ? JSON.stringify(answer.body) : '',
    }
  const { type, message } = answer.refusal
  return {
    status: answer.status,
    headers: { ...headers, ...errorHeaders(answer.refusal) },
    body: JSON.stringify({ __type: type, ...(message === undefined ? {} : { message }) }),
  }
}

function errorHeaders({ type, message, certainty }: RefusalText): OutgoingHttpHeaders {
  return {
    'x-amzn-ErrorType': `${type}:`,
    // A header contains no line breaks and no other alphabets, and a text may quote the request.
    ...(message === undefined
      ? {}
      : { 'x-amzn-ErrorMessage': message.replace(/[^ -~]/g, '?').slice(0, 1024) }),
    'x-authscope-text': certainty,
  }
}

/** A response of something in front of the service that knows nothing of it. */
const other = ({ body, contentType, status }: ReplacedAnswer): HttpAnswer => ({
  status,
  headers: { 'Content-Type': contentType },
  body,
})

const assumed = (answer: HttpAnswer): HttpAnswer => ({
  ...answer,
  headers: { ...answer.headers, 'x-authscope-text': 'assumed' },
})

const plain = (status: number, value: object): HttpAnswer => ({
  status,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(value),
})

const preflight = ({ headers }: IncomingMessage): HttpAnswer => ({
  status: 200,
  headers: {
    'Access-Control-Allow-Methods': 'POST, GET, OPTIONS',
    'Access-Control-Allow-Headers': headers['access-control-request-headers'] ?? '*',
    'Access-Control-Max-Age': '172800',
  },
  body: '',
})
