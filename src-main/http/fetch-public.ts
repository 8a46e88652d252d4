import type { Network } from '#main/network/network.ts'
import { openAgents } from './agents.ts'
import { exchange } from './exchange.ts'
import { timeLimitReached } from './transport-failure.ts'

/** Milliseconds for a document that anyone may read. */
const timeoutMs = 10_000

/**
 * Fetches a public document by GET, over the same recorded exchange as a sign-in; no redirect is
 * followed.
 * @throws Error whose message says what went wrong
 */
export async function fetchPublic(url: string, network?: Network): Promise<Uint8Array> {
  const agents = openAgents(network)
  const stop = new AbortController()
  const timer = setTimeout(() => {
    stop.abort(timeLimitReached(timeoutMs))
  }, timeoutMs)
  try {
    const { attempt } = await exchange(
      {
        method: 'GET',
        url: new URL(url),
        headers: [['accept', 'application/json']],
        body: Buffer.alloc(0),
        signal: stop.signal,
      },
      agents,
    )
    if (attempt.failure) throw new Error(attempt.failure.message)
    if (attempt.response?.status !== 200)
      throw new Error(`${url} answered with status ${String(attempt.response?.status ?? 0)}`)
    return attempt.response.body
  } finally {
    clearTimeout(timer)
    agents.close()
  }
}
