import { shownDateAndTime } from '#renderer/design/time.ts'

/** How many runs, and when they began, in a few words. */
export function historySpan(of: {
  readonly runs: number
  readonly from?: number | undefined
  readonly to?: number | undefined
}): string {
  const runs = `${of.runs.toLocaleString()} ${of.runs === 1 ? 'run' : 'runs'}`
  if (of.from === undefined || of.to === undefined) return runs
  if (of.from === of.to) return `${runs}, from ${shownDateAndTime(of.from)}`
  return `${runs}, from ${shownDateAndTime(of.from)} to ${shownDateAndTime(of.to)}`
}
