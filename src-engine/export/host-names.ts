import type { Attempt } from '../trace/event.ts'

/** What says nothing about whose pool it is: this machine, and the service itself. */
const open =
  /^(localhost|127\.0\.0\.1|\[?::1\]?|cognito-idp(-fips)?\.[a-z0-9-]+\.(amazonaws\.com(\.cn)?|api\.aws))$/i

/** The host of an address as `host:port` or a URL; nothing where it is AWS’s own or this machine. */
function hostIn(address: string | undefined): readonly string[] {
  const host = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(\[[^\]]+\]|[^/:\s]+|[0-9a-f:]+)(?::\d+)?(?:[/?#]|$)/i
    .exec(address ?? '')?.[1]
    ?.replace(/^\[|\]$/g, '')
  return host === undefined || host.length < 3 || open.test(host) ? [] : [host]
}

/** The host of the endpoint of a sign-in, where it is somebody’s own. */
export const hostOfEndpoint = (endpoint: string): readonly string[] => hostIn(endpoint)

/** Every host and address in one attempt. */
export function hostsOfAttempt({
  connection,
  requestHeaders,
  response,
  url,
}: Attempt): readonly string[] {
  const header = (wanted: string, headers: Attempt['requestHeaders'] = []) =>
    headers.find(([name]) => name.toLowerCase() === wanted)?.[1]
  return [
    url,
    header('host', requestHeaders),
    header(':authority', requestHeaders),
    header('origin', requestHeaders),
    header('referer', requestHeaders),
    header('location', response?.headers),
    connection.remoteAddress,
    connection.proxy?.address,
    /(?:^|[\s,/])CN=\s*(?:\*\.)?([^\s,/]+)/.exec(connection.tls?.subject ?? '')?.[1],
  ].flatMap(hostIn)
}
