import type { Attempt } from '#engine/trace/event.ts'
import type { TimingBar } from '#renderer/design/timing-bar.ts'

const names = [
  ['blocked', 'Queued'],
  ['dns', 'DNS'],
  ['connect', 'TCP'],
  ['proxy', 'Proxy'],
  ['tls', 'TLS'],
  ['send', 'Send'],
  ['wait', 'Wait'],
  ['receive', 'Receive'],
] as const

/** The phases of an attempt one after the other, after the time in which values were made. */
export function phaseBars(
  { connection, phases }: Pick<Attempt, 'connection' | 'phases'>,
  computedMs: number,
): { readonly bars: readonly TimingBar[]; readonly total: number } {
  const bars: TimingBar[] = []
  let from = 0
  if (computedMs > 0) {
    bars.push({ label: 'Computed', from, length: computedMs, quiet: true })
    from += computedMs
  }
  for (const [phase, label] of names) {
    const length = phases[phase]
    if (length !== undefined) {
      bars.push({ label, from, length, quiet: phase !== 'wait' })
      from += length
    } else if (connection.reused && phase === 'connect')
      bars.push({ label: 'Connect', from, length: 0, text: 'reused' })
  }
  return { bars, total: from }
}
