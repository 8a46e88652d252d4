import type { Instant, Phases } from '../../trace/event.ts'
import { member, numberMember, textMember } from '../json-object.ts'
import type { HarCreator } from './har-creator.ts'

/** When an exchange was and how long it took, as far as the file can be believed. */
export interface HarTimes {
  readonly at?: Instant
  readonly durationMs?: number
  readonly phases?: Phases
}

/** No call takes longer; a number beyond it is none. */
const maxMs = 24 * 60 * 60 * 1000

/** The times of an entry. What makes no sense is unknown. */
export function harTimes(entry: unknown, { kind }: HarCreator): HarTimes {
  // Insomnia writes the time of the export into every entry.
  if (kind === 'insomnia') return {}
  const at = instantOf(textMember(entry, 'startedDateTime'))
  // axios-har-tracker measures the whole call, and writes three times 10 ms as its phases.
  const phases = kind === 'axios-har-tracker' ? {} : phasesOf(member(entry, 'timings'), kind)
  const sum = Object.values<number>(phases).reduce((total, phase) => total + phase, 0)
  const time = sensible(numberMember(entry, 'time')) ?? (sum > 0 ? sum : undefined)
  const answered = (numberMember(member(entry, 'response'), 'status') ?? 0) > 0
  return {
    ...(at !== undefined && { at }),
    // A failed call of 0 ms is one whose time the tool does not know.
    ...(time !== undefined && (time > 0 || answered) && { durationMs: time }),
    ...(Object.keys(phases).length > 0 && { phases }),
  }
}

/** An ISO time with a zone; one without would mean another moment on each machine. */
export function instantOf(text: string | undefined): Instant | undefined {
  if (text === undefined || !/(Z|[+-]\d\d:?\d\d)$/i.test(text.trim())) return undefined
  const instant = Date.parse(text)
  return Number.isNaN(instant) ? undefined : instant
}

const sensible = (value: number | undefined): number | undefined =>
  value !== undefined && value >= 0 && value <= maxMs ? value : undefined

/**
 * Firefox has whole milliseconds, and 0 also for what did not happen. Playwright measures no sending.
 * Our own files have 0 where HAR wants a number.
 */
const zeroIsUnknown: ReadonlySet<HarCreator['kind']> = new Set([
  'authscope',
  'firefox',
  'playwright',
])

function phasesOf(timings: unknown, kind: HarCreator['kind']): Phases {
  const of = (name: string) => {
    const value = sensible(numberMember(timings, name))
    return zeroIsUnknown.has(kind) && value === 0 && name !== 'wait' ? undefined : value
  }
  const [blocked, dns, connect, tls] = [of('blocked'), of('dns'), of('connect'), of('ssl')]
  const [send, wait, receive] = [of('send'), of('wait'), of('receive')]
  return {
    ...(blocked !== undefined && { blocked }),
    ...(dns !== undefined && { dns }),
    // HAR counts the TLS handshake as a part of connecting; Firefox writes it beside.
    ...(connect !== undefined && {
      connect: kind === 'firefox' ? connect : Math.max(0, connect - (tls ?? 0)),
    }),
    ...(tls !== undefined && { tls }),
    ...(send !== undefined && { send }),
    ...(wait !== undefined && { wait }),
    ...(receive !== undefined && { receive }),
  }
}
