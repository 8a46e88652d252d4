/** One line of the benchmark: ours and a peer's, measured side by side in one run. */
export interface Row {
  readonly name: string
  readonly ours: number
  readonly peer: string
  readonly theirs: number
  readonly unit: 'ms' | 'KB' | 'MB' | '%'
  /** The figure that the goal speaks of; each goal says which way round it is. */
  readonly ratio: number
  readonly goal: string
  readonly holds: boolean
}

/** "At least N times faster": theirs over ours. */
export const faster = (
  measured: Pick<Row, 'name' | 'ours' | 'peer' | 'theirs' | 'unit'>,
  atLeast: number,
): Row => {
  const ratio = measured.theirs / measured.ours
  return {
    ...measured,
    ratio,
    goal: `at least ${String(atLeast)} times faster`,
    holds: ratio >= atLeast,
  }
}

/** "At most N times as much": ours over theirs. */
export const within = (
  measured: Pick<Row, 'name' | 'ours' | 'peer' | 'theirs' | 'unit'>,
  atMost: number,
): Row => {
  const ratio = measured.ours / measured.theirs
  return { ...measured, ratio, goal: `at most ${String(atMost)} times`, holds: ratio <= atMost }
}
