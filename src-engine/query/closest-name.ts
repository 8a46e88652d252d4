/** @returns the name that is a typo away from this one: at most a third of its letters differ */
export function closestName(typed: string, names: readonly string[]): string | undefined {
  const [nearest] = names
    .map((name) => ({ name, distance: distance(typed.slice(0, 40), name) }))
    .filter((one) => one.distance <= Math.max(1, Math.floor(one.name.length / 3)))
    .sort((a, b) => a.distance - b.distance)
  return nearest?.name
}

/** Levenshtein's distance, a row at a time. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (const [index, letter] of Array.from(from).entries()) {
    const next = [index + 1]
    for (let at = 1; at <= to.length; at += 1)
      next.push(
        Math.min(
          (row[at] ?? 0) + 1,
          (next[at - 1] ?? 0) + 1,
          (row[at - 1] ?? 0) + (to[at - 1] === letter ? 0 : 1),
        ),
      )
    row = next
  }
  return row[to.length] ?? 0
}
