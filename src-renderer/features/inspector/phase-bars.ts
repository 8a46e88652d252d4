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

/** Milliseconds between the attempt before this one and it, in which nothing was under way. */
export function pauseBefore(
  attempt: Pick<Attempt, 'at' | 'number'>,
  attempts: readonly Pick<Attempt, 'at' | 'number' | 'phases'>[],
): number {
  const last = attempts.find(({ number }) => number === attempt.number - 1)
  if (!last) return 0
  const took = Object.values<number>(last.phases).reduce((sum, length) => sum + length, 0)
  return Math.max(0, attempt.at - last.at - took)
}

/**
 * The phases of an attempt one after the other, after the time in which values were computed, or the
 * pause since the attempt before it.
 */
export function phaseBars(
  { connection, phases }: Pick<Attempt, 'connection' | 'phases'>,
  computedMs: number,
  pauseMs = 0,
): { readonly bars: readonly TimingBar[]; readonly total: number } {
  const bars: TimingBar[] = []
  let from = 0
  if (computedMs > 0) {
    bars.push({ label: 'Computed', from, length: computedMs, quiet: true })
    from += computedMs
  }
  if (pauseMs > 0) {
    bars.push({ label: 'Pause', from, length: pauseMs, quiet: true })
    from += pauseMs
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
