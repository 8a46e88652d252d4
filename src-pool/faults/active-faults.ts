import { faults } from './index.ts'
import type { Effect, Risk, SettingValues, Fault } from './fault.ts'

/** A fault that is on. */
export interface ActiveFault {
  readonly name: string
  readonly settings: SettingValues
  /** How many calls it hit since it was turned on. */
  readonly hits: number
}

/** The faults of a practice pool at work. */
export interface ActiveFaults {
  readonly list: () => readonly ActiveFault[]
  /**
   * Turns one on, or gives it other settings; its counts start again.
   * @throws TypeError when there is no such fault
   */
  readonly turnOn: (name: string, settings: SettingValues) => void
  readonly turnOff: (name: string) => void
  /** Turns off every fault and turns these on. */
  readonly only: (settings: Readonly<Record<string, SettingValues | undefined>>) => void
  /** Milliseconds that the clock is ahead. */
  readonly clockAhead: () => number
  readonly risk: () => Risk | undefined
  /** The effects on a call, of these kinds; each counts as a hit. */
  readonly injectFault: <K extends Effect['kind']>(
    operation: string,
    kinds: readonly K[],
  ) => readonly Extract<Effect, { readonly kind: K }>[]
}

interface Active {
  readonly fault: Fault
  readonly settings: SettingValues
  calls: number
  hits: number
}

/**
 * No fault yet.
 * @param randomBytes what a share of calls and jitter are drawn from
 * @param changed called when a fault is turned on or off, or hits a call
 */
export function createActiveFaults(
  randomBytes: (length: number) => Uint8Array,
  changed: () => void,
): ActiveFaults {
  const active = new Map<string, Active>()
  const fraction = () => {
    const [high = 0, low = 0] = randomBytes(2)
    return (high * 256 + low) / 65_536
  }
  const effects = () => [...active.values()].map(({ settings, fault }) => fault.act(settings, 0))

  /** Counts a call that a fault may hit, and says whether it does. */
  function hits(one: Active, operation: string): boolean {
    const { every = 1, operations = [], percent = 100, times = 0 } = one.settings
    const chosen = Array.isArray(operations) ? (operations as readonly string[]) : []
    if (chosen.length > 0 && !chosen.includes(operation)) return false
    one.calls += 1
    if (one.calls % Number(every) !== 0) return false
    if (Number(percent) < 100 && fraction() * 100 >= Number(percent)) return false
    one.hits += 1
    if (one.hits === times) active.delete(one.fault.name)
    changed()
    return true
  }

  function set(name: string, settings: SettingValues) {
    const fault = faults.find((one) => one.name === name)
    if (!fault) throw new TypeError(`there is no fault ${name}`)
    active.set(name, { fault, settings, calls: 0, hits: 0 })
  }

  return {
    list: () =>
      [...active].map(([name, { hits: count, settings }]) => ({ name, settings, hits: count })),
    turnOn(name, settings) {
      set(name, settings)
      changed()
    },
    turnOff(name) {
      if (active.delete(name)) changed()
    },
    only(wanted) {
      const had = active.size
      active.clear()
      for (const [name, settings] of Object.entries(wanted)) if (settings) set(name, settings)
      if (had + active.size > 0) changed()
    },
    clockAhead: () =>
      effects().reduce((sum, one) => sum + (one.kind === 'clock' ? one.ahead : 0), 0),
    risk: () => effects().find((one) => one.kind === 'risk')?.risk,
    injectFault<K extends Effect['kind']>(operation: string, kinds: readonly K[]) {
      type Wanted = Extract<Effect, { readonly kind: K }>
      const isWanted = (effect: Effect): effect is Wanted =>
        (kinds as readonly string[]).includes(effect.kind)
      const found: Wanted[] = []
      for (const one of [...active.values()]) {
        if (!isWanted(one.fault.act(one.settings, 0)) || !hits(one, operation)) continue
        const effect = one.fault.act(one.settings, fraction())
        if (isWanted(effect)) found.push(effect)
      }
      return found
    },
  }
}
