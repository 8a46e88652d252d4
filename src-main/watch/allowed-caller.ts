import type { IncomingHttpHeaders } from 'node:http'
import { isLoopbackHost } from '#engine/wire/loopback.ts'

/**
 * Whether a host is this machine, as seen from itself or from inside an Android emulator or a
 * container on it. No page of the web can be served under one of these names.
 */
const isLocal = (host: string): boolean =>
  isLoopbackHost(host) || /^(10\.0\.[23]\.2|host\.docker\.internal)$/i.test(host)

/** What a caller is judged by. */
export interface Caller {
  readonly httpVersion: string
  readonly headers: IncomingHttpHeaders
}

/**
 * Why a request must not be forwarded, in a sentence that says what to do; nothing when it may.
 * A page on the open web could call 127.0.0.1, or point a name of its own at it: the first is known
 * by its Origin, the second by its Host.
 * @param allowedOrigins origins in addition to loopback ones, as in `https://app.example`
 */
export function whyRefused(
  { headers, httpVersion }: Caller,
  allowedOrigins: readonly string[],
): string | undefined {
  const { host, origin } = headers
  // HTTP/1.0 knows no Host, and no browser speaks it.
  const name = (host ?? (httpVersion === '1.0' ? 'localhost' : '')).replace(/:\d*$/, '')
  if (!isLocal(name))
    return `Authscope’s recording endpoint answers only for the names of this machine (127.0.0.1, localhost), not for “${name}”.`
  if (origin !== undefined)
    return isLocalOrigin(origin) || allowedOrigins.includes(origin)
      ? undefined
      : `Authscope’s recording endpoint is not open to pages of ${origin}. Allow this origin in the options of the watch.`
  return headers['sec-fetch-site'] === 'cross-site'
    ? 'Authscope’s recording endpoint is not open to pages without an origin.'
    : undefined
}

/** Any scheme: a desktop or mobile shell has one of its own, as in `capacitor://localhost`. */
function isLocalOrigin(origin: string): boolean {
  const host = /^[a-z][a-z\d+.-]*:\/\/(\[[\da-f:]+\]|[^/:]+)(:\d+)?$/i.exec(origin)?.[1]
  return host !== undefined && isLocal(host)
}
