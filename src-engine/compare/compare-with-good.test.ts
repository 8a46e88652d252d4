import { expect, it } from 'vitest'
import type { TraceEvent } from '../trace/event.ts'
import { sampleTrace } from '../vectors/sample-trace.ts'
import { compareWithGood } from './compare-with-good.ts'

const { events } = sampleTrace().trace
const refusedWith = (error: string): readonly TraceEvent[] =>
  events.map((event) =>
    event.type === 'answered' && event.answer.kind === 'refused'
      ? { ...event, answer: { ...event.answer, error } }
      : event,
  )
const errorsOf = (...runs: readonly (readonly TraceEvent[])[]) =>
  compareWithGood(runs[0]!, runs[1]!, events).steps[1]?.differences.filter(
    ({ area, member }) => area === 'response' && member === 'error',
  )

it('each difference says which run differs from the good one', () => {
  const good = 'CodeMismatchException'
  expect(errorsOf(refusedWith('A'), events)).toMatchObject([
    { differs: 'left', good, left: 'A', right: good },
  ])
  expect(errorsOf(events, refusedWith('B'))).toMatchObject([
    { differs: 'right', good, left: good, right: 'B' },
  ])
  expect(errorsOf(refusedWith('A'), refusedWith('A'))).toMatchObject([{ differs: 'both', good }])
  expect(errorsOf(refusedWith('A'), refusedWith('B'))).toMatchObject([
    { differs: 'each', good, left: 'A', right: 'B' },
  ])
})

it('the first difference from the good run is named, and runs like it are the same', () => {
  expect(compareWithGood(events, events, events)).toMatchObject({ same: true, run: [] })
  expect(compareWithGood(events, refusedWith('B'), events)).toMatchObject({
    same: false,
    firstDifference: 1,
  })
})

it('a step that the good run lacks, and one that only it has, stand alone', () => {
  const without = events.filter((event) => !('step' in event) || event.step !== 2)
  const numbers = (...runs: Parameters<typeof compareWithGood>) =>
    compareWithGood(...runs).steps.map(({ good, left, right }) => [good, left, right])
  expect(numbers(events, without, without)).toEqual([
    [1, 1, 1],
    [undefined, 2, undefined],
    [3, 3, 3],
  ])
  expect(numbers(without, without, events)).toEqual([
    [1, 1, 1],
    [2, undefined, undefined],
    [3, 3, 3],
  ])
})
