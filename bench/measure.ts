/** The middle value; of an even count the lower of the two in the middle. */
export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN

/**
 * Runs the contestants in turns, so that a slow spell of the machine meets all alike, and gives the
 * median of each in milliseconds. The first round warms up and does not count.
 */
export async function sideBySide<Name extends string>(
  contestants: Readonly<Record<Name, () => unknown>>,
  rounds: number,
): Promise<Record<Name, number>> {
  const names = Object.keys(contestants) as Name[]
  const times = new Map<Name, number[]>(names.map((name) => [name, []]))
  for (let round = 0; round <= rounds; round++) {
    const order = round % 2 === 0 ? names : [...names].reverse()
    for (const name of order) {
      const from = performance.now()
      await contestants[name]()
      if (round > 0) times.get(name)?.push(performance.now() - from)
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as Record<
    Name,
    number
  >
}
