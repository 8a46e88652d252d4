/** A number as a sentence has it: `1,234`. */
export const grouped = (value: number): string => value.toLocaleString('en')

/**
 * So many of something: `1 run`, `1,234 runs`.
 * @param many the plural, where it is not `one` with an s
 */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${grouped(count)} ${count === 1 ? one : many}`
