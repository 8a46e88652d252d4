import type { TransportFailure } from '#engine/wire/transport-failure.ts'
import { capitalized } from '#engine/units/capitalized.ts'

/** An interruption that already knows what to say; given as reason of an abort. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted'
  readonly failure: TransportFailure

  constructor(code: TransportFailure['code'], message: string) {
    super(message)
    this.failure = { kind: 'failed', code, message }
  }
}

/** The reason of an abort when a call took longer than it may. */
export const timeLimitReached = (timeoutMs: number): Interrupted =>
  new Interrupted(
    'timed out',
    `No complete response arrived within ${String(timeoutMs / 1000)} s. Check that the endpoint is reachable, or allow more time.`,
  )

/** The reason of an abort when the person ended it. */
export const cancelled = (): Interrupted =>
  new Interrupted('cancelled', 'Cancelled before the response arrived.')

/** A proxy that did not let a call through; `status` as in `407 Proxy Authentication Required`. */
export const proxyRefusal = (address: string, status: string, host: string): Interrupted =>
  new Interrupted(
    'proxy',
    status.startsWith('407')
      ? `The proxy ${address} requires a user name and password (${status}). Enter them in the network settings, or in HTTPS_PROXY.`
      : `The proxy ${address} refused to connect to ${host} (${status}). Ask its administrator to allow this host, or choose another proxy.`,
  )

/** What Node and OpenSSL name a fault of the certificate or of the TLS handshake. */
const tlsFault =
  /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_(CA|PURPOSE)|EPROTO)/

/** Says what a failed exchange means and what to do; `answering` once an answer had begun. */
export function transportFailure(
  error: unknown,
  host: string,
  answering: boolean,
): TransportFailure {
  if (error instanceof Interrupted) return error.failure
  const { message } = error as NodeJS.ErrnoException
  const code = codeOf(error as NodeJS.ErrnoException)
  const failed = (kind: TransportFailure['code'], text: string): TransportFailure => ({
    kind: 'failed',
    code: kind,
    message: text,
  })
  if (tlsFault.test(code)) return failed('tls', tlsMessage(code, message, host))
  if (code.startsWith('HPE_') && !answering)
    return failed(
      'other',
      `The server at ${host} does not speak HTTP. Check the port, and whether the endpoint begins with http:// or https://.`,
    )
  if (answering)
    return failed(
      'cut off',
      `${host} closed the connection in the middle of its response. Try again; if it happens again, check proxies in between.`,
    )
  if (/socks[45]/i.test(message)) return failed('proxy', socksMessage(message, host))
  switch (code) {
    case 'ECONNREFUSED':
      return failed(
        'refused',
        `Nothing listens at ${host}: the connection was refused. Check that the server runs, and the port.`,
      )
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return failed(
        'not found',
        `The name ${host.replace(/:\d+$/, '')} could not be resolved. Check region and endpoint, and the network connection.`,
      )
    case 'ETIMEDOUT':
      return failed(
        'timed out',
        `${host} did not accept the connection in time. Check the endpoint, the network and firewalls.`,
      )
    case 'ECONNRESET':
    case 'EPIPE':
      return failed(
        'reset',
        `${host} closed the connection before responding. Try again; check that it speaks ${/:443$/.test(host) ? 'https' : 'the scheme of the endpoint (http or https)'}.`,
      )
    case 'ENETUNREACH':
    case 'EHOSTUNREACH':
      return failed('other', `There is no route to ${host}. Check the network connection and VPN.`)
    default:
      return failed('other', `The call to ${host} failed: ${message}`)
  }
}

/** The code of an error; the SOCKS library writes that of the system into the message alone. */
function codeOf({ code, message }: NodeJS.ErrnoException): string {
  if (code !== undefined) return code
  if (message === 'Proxy connection timed out') return 'ETIMEDOUT'
  if (message === 'Socket closed') return 'ECONNRESET'
  return /^[a-z]+ (E[A-Z_]+)\b/.exec(message)?.[1] ?? ''
}

function socksMessage(message: string, host: string): string {
  if (/no accepted authentication type|Authentication failed/i.test(message))
    return `${capitalized(host)} requires a user name and password (${message}). Enter them in the network settings, or in ALL_PROXY.`
  if (/^Received invalid/i.test(message))
    return `${capitalized(host)} does not speak SOCKS (${message}). Check its port, and whether its URL begins with socks5:// or http://.`
  return `${capitalized(host)} rejected the call: ${message}.`
}

function tlsMessage(code: string, message: string, host: string): string {
  if (code === 'CERT_HAS_EXPIRED') return `The certificate of ${host} has expired.`
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID')
    return `The certificate of ${host} is for another name: ${message}`
  if (/SELF_SIGNED|UNABLE_TO/.test(code))
    return `The certificate of ${host} is not signed by an authority that this machine trusts (${code}). A company proxy or a local server may be in between; NODE_EXTRA_CA_CERTS names a file of additional authorities.`
  if (code === 'EPROTO' || code.startsWith('ERR_SSL'))
    return `No TLS connection to ${host} was established. Check the port, and whether the endpoint begins with http:// or https://.`
  return `The TLS connection with ${host} failed: ${message}`
}
