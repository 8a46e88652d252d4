import { createHash, timingSafeEqual } from 'node:crypto'

const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest()

/** Whether two strings are the same, in a time that does not tell how much of them is. */
export const isSameText = (one: string, other: string): boolean =>
  timingSafeEqual(digest(one), digest(other))
