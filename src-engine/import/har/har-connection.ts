import type { Connection } from '../../trace/event.ts'
import { member, numberMember, textMember } from '../json-object.ts'
import type { HarCreator } from './har-creator.ts'

/** The connection of an entry, as far as the tool says something about it. */
export function harConnection(entry: unknown, creator: HarCreator): Connection | undefined {
  const remoteAddress = textMember(entry, 'serverIPAddress')?.replace(/^\[(.*)\]$/, '$1')
  const reused = isReused(entry, creator)
  if (!remoteAddress && reused === undefined) return undefined
  return { ...(reused !== undefined && { reused }), ...(remoteAddress && { remoteAddress }) }
}

/** A call that did not connect went over a connection that was there; not with every tool. */
function isReused(entry: unknown, { kind }: HarCreator): boolean | undefined {
  const timings = member(entry, 'timings')
  const connect = numberMember(timings, 'connect')
  if (connect === undefined) return undefined
  if (connect > 0) return kind === 'insomnia' ? undefined : false
  // Of a fast connection it has 0, but the time of its handshake.
  if (kind === 'firefox' && (numberMember(timings, 'ssl') ?? 0) > 0) return false
  switch (kind) {
    // It records no preflights, and these may have connected.
    case 'playwright':
    // Its 0 stands for less than a millisecond and for what did not happen.
    case 'firefox':
    case 'insomnia':
    // It writes -1 for every call.
    case 'axios-har-tracker':
      return undefined
    case 'authscope':
      return textMember(entry, 'connection') === undefined ? undefined : connect < 0
    case 'devtools':
    case 'chrome-har':
    case 'other':
      return connect < 0 ? true : undefined
  }
}
