import type { Attempt } from '../trace/event.ts'

/**
 * Ids for the connections of a HAR, so that viewers show which calls shared one. Firefox shows an id
 * as the port of the server, which HAR allows it to be: as in `443`, and `443 (2)` for the next
 * connection to that port.
 * @returns the id of each attempt in turn; nothing where its connection is unknown
 */
export function harConnections(): (attempt: Attempt) => string | undefined {
  const last = new Map<string, string>()
  const counts = new Map<string, number>()
  return ({ connection: { remoteAddress = '', reused }, url }) => {
    if (reused === undefined) return undefined
    const shared = reused ? last.get(remoteAddress) : undefined
    if (shared !== undefined) return shared
    const port = portOf(remoteAddress) ?? portOf(url) ?? (url.startsWith('http:') ? '80' : '443')
    const count = (counts.get(port) ?? 0) + 1
    counts.set(port, count)
    const id = count === 1 ? port : `${port} (${String(count)})`
    last.set(remoteAddress, id)
    return id
  }
}

/** The port that an address or URL names; the colons of a bare IPv6 address name none. */
const portOf = (place: string): string | undefined =>
  /^(?:https?:\/\/)?(?:[^/?#[\]:@]+|\[[^\]]*\]):(\d+)(?:[/?#]|$)/.exec(place)?.[1]
