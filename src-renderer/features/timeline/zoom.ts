/** The part of a span of time that is in sight, in milliseconds from its start. */
export interface ZoomWindow {
  readonly from: number
  readonly length: number
}

/** The shortest visible span: one millisecond. */
const minSpanMs = 1

/** Shows less (a factor above 1) or more around an instant, which stays where it is. */
export function zoomed(
  { from, length }: ZoomWindow,
  factor: number,
  around: number,
  total: number,
): ZoomWindow {
  const shorter = Math.min(total, Math.max(Math.min(minSpanMs, total), length / factor))
  const share = length > 0 ? (around - from) / length : 0.5
  return within({ from: around - share * shorter, length: shorter }, total)
}

/** Moves what is in sight by a share of its length. */
export const panned = ({ from, length }: ZoomWindow, share: number, total: number): ZoomWindow =>
  within({ from: from + share * length, length }, total)

/** Shows one bar with a little around it. */
export function zoomedTo(bar: ZoomWindow, total: number): ZoomWindow {
  const length = Math.min(total, Math.max(minSpanMs, bar.length * 1.2))
  return within({ from: bar.from - (length - bar.length) / 2, length }, total)
}

const within = ({ from, length }: ZoomWindow, total: number): ZoomWindow => ({
  length,
  from: Math.max(0, Math.min(from, total - length)),
})

/** Instants of an axis, evenly apart in numbers as people count: 1, 2 or 5 and zeros. */
export function axisTicks({ from, length }: ZoomWindow, most: number): readonly number[] {
  const raw = length / most
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = [1, 2, 5, 10].map((digit) => digit * power).find((size) => size >= raw) ?? raw
  const first = Math.ceil(from / step)
  const count = Math.floor((from + length) / step) - first + 1
  return Array.from({ length: Math.max(0, count) }, (_, index) => (first + index) * step)
}
