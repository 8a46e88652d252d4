import type { Trace } from '../trace/event.ts'

/**
 * Texts of a trace that stay readable wherever they are, although a free parameter has the same
 * value: which pool, which client, which flow.
 */
export function publicWords({ events }: Trace): ReadonlySet<string> {
  const words = new Set<string>()
  for (const event of events) {
    if (event.type === 'started') {
      const { clientId, endpoint, region, userPoolId } = event.target
      for (const word of [clientId, endpoint, region, userPoolId, event.flow]) words.add(word)
      const host = /^https?:\/\/([^/:]+)/.exec(endpoint)?.[1]
      if (host !== undefined) words.add(host)
    }
    if (event.type === 'sent') {
      words.add(event.operation)
      if (event.challenge !== undefined) words.add(event.challenge)
    }
    if (event.type === 'answered' && event.answer.kind === 'refused') words.add(event.answer.error)
  }
  return words
}
