/** How many rows a key moves by. */
export const stepsOfKeys: ReadonlyMap<string, number> = new Map([
  ...(['j', 'ArrowDown'] as const).map((key) => [key, 1] as const),
  ...(['k', 'ArrowUp'] as const).map((key) => [key, -1] as const),
  ['PageDown', 10],
  ['PageUp', -10],
  ['End', Infinity],
  ['Home', -Infinity],
])

/** The acts of `row-actions.ts` that have a key of their own in the list. */
export const actionsOfKeys: ReadonlyMap<string, string> = new Map([
  ['c', 'compare'],
  ['n', 'note'],
  ['e', 'export'],
  ['Delete', 'delete'],
  ['f', 'like'],
  ['F', 'unlike'],
])

export const isSelectAll = ({ ctrlKey, key, metaKey }: KeyboardEvent): boolean =>
  (ctrlKey || metaKey) && key.toLowerCase() === 'a'
