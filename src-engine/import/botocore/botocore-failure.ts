import type { RecordedCall } from '../recorded-call.ts'

type Failure = NonNullable<RecordedCall['failure']>

const causes: readonly (readonly [pattern: RegExp, code: Failure['code']])[] = [
  [/(ConnectTimeout|ReadTimeout)\w*$/, 'timed out'],
  [/(SSLError|CertificateError)$/, 'tls'],
  [/(ConnectionClosed|ConnectionReset|ProtocolError|RemoteDisconnected)\w*$/, 'reset'],
  [/(EndpointConnectionError|NewConnectionError|ConnectionRefusedError)$/, 'refused'],
  [/(HTTPClientError|ProxyConnectionError|IncompleteReadError)$/, 'other'],
]

/** The failure that the last line of a Python traceback names; nothing for any other line. */
export function botocoreFailure(line: string): Failure | undefined {
  const [, name = '', text = ''] = /^([\w.]+(?:Error|Exception|Timeout)): (.*)$/.exec(line) ?? []
  const cause = causes.find(([pattern]) => pattern.test(name))
  if (!cause) return undefined
  const code = /gaierror|Name or service not known|NameResolution/.test(text)
    ? 'not found'
    : cause[1]
  return { code, message: text.slice(0, 300) || name }
}
