import { transportFailureCodes } from '../../wire/transport-failure.ts'
import { member, numberMember, textMember } from '../json-object.ts'
import type { RecordedCall } from '../recorded-call.ts'

type Failure = NonNullable<RecordedCall['failure']>

const causes: readonly (readonly [pattern: RegExp, code: Failure['code'], sentence: string])[] = [
  [/CONNECTION_REFUSED|ECONNREFUSED/i, 'refused', 'The connection was refused'],
  [/NAME_NOT_RESOLVED|ENOTFOUND|EAI_AGAIN/i, 'not found', 'The host name was not found'],
  [/TIMED_OUT|TIMEOUT/i, 'timed out', 'The call timed out'],
  [
    /CONTENT_LENGTH_MISMATCH|INCOMPLETE_CHUNKED|PARTIAL/i,
    'cut off',
    'The response was truncated on the way',
  ],
  [
    /EMPTY_RESPONSE|CONNECTION_RESET|CONNECTION_CLOSED|ECONNRESET/i,
    'reset',
    'The connection was closed without a response',
  ],
  [/CERT|SSL|TLS/i, 'tls', 'The TLS connection failed'],
  [/ABORTED|CANCEL/i, 'cancelled', 'The page cancelled the call'],
]

/** Why an exchange has no complete response; nothing where it has one. */
export function harFailure(response: unknown, body: Uint8Array | undefined): Failure | undefined {
  const status = numberMember(response, 'status') ?? 0
  const said = textMember(response, '_error') ?? textMember(response, '_failureText') ?? ''
  if (said !== '') {
    const cause = causes.find(([pattern]) => pattern.test(said))
    return {
      code: cause?.[1] ?? 'other',
      message: `${cause?.[2] ?? 'The call failed'} (${said.slice(0, 120)}).`,
    }
  }
  if (status <= 0)
    return {
      code: 'other',
      message:
        'No answer came while the recording ran: the call was still pending, or its connection failed. The file does not say which.',
    }
  const length = promisedLength(response)
  if (body && length !== undefined && body.length < length)
    return {
      code: 'cut off',
      message: `The response was truncated on the way: ${String(body.length)} of ${String(length)} bytes came.`,
    }
  return undefined
}

/** The same of an entry that we wrote, as `code: message`. */
export function ownFailure(response: unknown): Failure | undefined {
  const said = textMember(response, '_error') ?? ''
  const code = transportFailureCodes.find((one) => said.startsWith(`${one}: `))
  if (!code) return harFailure(response, undefined)
  return { code, message: said.slice(code.length + 2) }
}

/** Content-Length of a body that was not compressed. */
function promisedLength(response: unknown): number | undefined {
  const headers = member(response, 'headers')
  if (!Array.isArray(headers)) return undefined
  const find = (wanted: string) =>
    headers
      .filter((header) => textMember(header, 'name')?.toLowerCase() === wanted)
      .map((header) => textMember(header, 'value'))[0]
  const length = find('content-length')
  return find('content-encoding') === undefined && length !== undefined && /^\d+$/.test(length)
    ? Number(length)
    : undefined
}
