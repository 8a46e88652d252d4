import type { Connection } from '../../trace/event.ts'
import type { Fact, FactValue } from '../../trace/fact.ts'
import { isJsonObject, listMember, member, numberMember, textMember } from '../json-object.ts'
import type { RecordedCall } from '../recorded-call.ts'

/** What our own HAR says beyond HAR: which attempts are one call, the clock, TLS and facts. */
export function ownMembers(
  entry: unknown,
): Pick<RecordedCall, 'clockAhead' | 'connection' | 'facts' | 'retryKey'> {
  const step = numberMember(entry, '_step')
  const clockAhead = numberMember(entry, '_clockAheadMs')
  const facts = listMember(entry, '_facts').flatMap(factOf)
  const tls = tlsOf(member(entry, '_tls'))
  const remoteAddress = textMember(entry, 'serverIPAddress')
  const connect = numberMember(member(entry, 'timings'), 'connect')
  return {
    ...(step !== undefined && { retryKey: `step ${String(step)}` }),
    ...(clockAhead !== undefined && { clockAhead }),
    ...(facts.length > 0 && { facts }),
    ...(tls && {
      connection: {
        reused: connect !== undefined && connect < 0,
        ...(remoteAddress !== undefined && { remoteAddress }),
        tls,
      },
    }),
  }
}

function tlsOf(value: unknown): Connection['tls'] {
  const of = (name: string) => textMember(value, name) ?? ''
  if (!isJsonObject(value)) return undefined
  return {
    protocol: of('protocol'),
    cipher: of('cipher'),
    subject: of('subject'),
    issuer: of('issuer'),
    validTo: of('validTo'),
  }
}

function factOf(value: unknown): readonly Fact[] {
  const name = textMember(value, 'name')
  const values = member(value, 'values')
  if (name === undefined || !isJsonObject(values)) return []
  const known = Object.entries(values).filter(
    (entry): entry is [string, FactValue] =>
      typeof entry[1] === 'string' || typeof entry[1] === 'number' || typeof entry[1] === 'boolean',
  )
  return [{ name, values: Object.fromEntries(known) }]
}
