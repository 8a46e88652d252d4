import { randomUUID } from 'node:crypto'
import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http'
import type { HeaderPair } from '#main/http/raw-attempt.ts'

/** An answer that does not come from the service. */
export interface OwnAnswer {
  readonly status: number
  readonly headers: readonly HeaderPair[]
  readonly body: string
}

/** Headers that Cognito sends with every answer, so that a page may read this one too. */
const readableByPages: readonly HeaderPair[] = [
  ['Access-Control-Allow-Origin', '*'],
  ['Access-Control-Expose-Headers', 'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date'],
]

/** An error in the form of the service. */
export const errorAnswer = (status: number, type: string, message?: string): OwnAnswer => ({
  status,
  headers: [
    ['Content-Type', 'application/x-amz-json-1.1'],
    ['x-amzn-ErrorType', `${type}:`],
    // A header contains no line breaks and no other alphabets.
    ...(message === undefined
      ? []
      : [['x-amzn-ErrorMessage', inAscii(message).slice(0, 1024)] as const]),
  ],
  body: JSON.stringify({ __type: type, ...(message !== undefined && { message }) }),
})

const inAscii = (text: string): string =>
  text
    .replaceAll('’', "'")
    .replaceAll(/[“”]/g, '"')
    .replaceAll(/[^ -~]/g, '?')

/** Sends an answer of ours. @returns it as it went out */
export function sendOwnAnswer(
  response: ServerResponse,
  { body, headers, status }: OwnAnswer,
  { isCut = false, readable = true }: { isCut?: boolean; readable?: boolean } = {},
): OwnAnswer {
  const all: readonly HeaderPair[] = [
    ['Date', new Date().toUTCString()],
    ['x-amzn-RequestId', randomUUID()],
    ['Server', 'Authscope recording endpoint'],
    ...(readable ? readableByPages : []),
    ...headers,
    ['Content-Length', String(Buffer.byteLength(body))],
  ]
  response.writeHead(status, STATUS_CODES[status] ?? '', all.flat())
  if (isCut) cutOff(response, Buffer.from(body))
  else response.end(body)
  return { status, headers: all, body }
}

/** Sends half of a body whose head promises all of it, and ends the connection; of none, nothing. */
export function cutOff(response: ServerResponse, body: Uint8Array): void {
  if (body.length < 2) response.destroy()
  else response.write(body.subarray(0, body.length >> 1), () => response.destroy())
}

/** Answers a preflight as Cognito does. */
export function sendPreflight({ headers }: IncomingMessage, response: ServerResponse): void {
  sendOwnAnswer(response, {
    status: 200,
    headers: [
      ['Access-Control-Allow-Methods', 'POST, GET, OPTIONS'],
      ['Access-Control-Allow-Headers', headers['access-control-request-headers'] ?? '*'],
      ['Access-Control-Max-Age', '172800'],
      ...(headers['access-control-request-private-network'] === 'true'
        ? [['Access-Control-Allow-Private-Network', 'true'] as const]
        : []),
    ],
    body: '',
  })
}
