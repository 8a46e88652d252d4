import { compareRuns } from '#engine/compare/compare-runs.ts'
import { compareWithGood } from '#engine/compare/compare-with-good.ts'
import { UnreadableRecording } from '#main/import/read-recording.ts'
import { UsageError, type Arguments, type Command } from '../command.ts'
import type { CommandLineIo } from '../command-line-io.ts'
import { paint } from '../paint.ts'
import { comparisonText, comparisonWithGoodText } from '../trace/comparison-text.ts'
import { namedRun, namesOfRuns } from '../trace/named-run.ts'

/** As those of diff(1). */
const status = { same: 0, different: 1, failed: 2 } as const

export const diffOptions: Command['options'] = {
  good: { value: 'C', help: 'A run that is known to be good, with which both are compared.' },
  json: { help: 'One JSON object: same, onlyTiming, firstDifference, run, steps.' },
  all: { help: 'Also show what is new in every sign-in: sessions, times, request IDs.' },
}

/** Compares the two runs that are named. @throws UsageError */
export async function compareNamed(
  names: readonly string[],
  args: Arguments,
  io: CommandLineIo,
): Promise<number> {
  const [left, right, third] = names
  if (left === undefined || right === undefined || third !== undefined)
    throw new UsageError('Name two runs to compare.')
  try {
    const [a, b] = [await namedRun(left, io), await namedRun(right, io)]
    const goodName = args.text('good')
    const good = goodName === undefined ? undefined : await namedRun(goodName, io)
    const [colours, all] = [paint(io.colours), args.has('all')]
    const write = (comparison: object, text: string) => {
      io.write(args.has('json') ? `${JSON.stringify(comparison)}\n` : text)
    }
    if (good) {
      const comparison = compareWithGood(a.events, b.events, good.events)
      write(comparison, comparisonWithGoodText(comparison, colours, all))
      return comparison.same ? status.same : status.different
    }
    const comparison = compareRuns(a.events, b.events)
    write(comparison, comparisonText(comparison, colours, all))
    return comparison.same ? status.same : status.different
  } catch (error) {
    if (!(error instanceof UnreadableRecording)) throw error
    io.error(`${error.message}\n`)
    return status.failed
  }
}

export const diff: Command = {
  name: 'diff',
  summary: 'Compares two sign-ins step by step: request, response, claims, facts, timing, causes.',
  usage: ['A B [--good C] [--all] [--json]'],
  options: diffOptions,
  notes: [
    namesOfRuns,
    '',
    'With --good each difference says which of the two differs from the good run.',
    'Exit status: 0 no difference (with --good: from the good run); 1 different, even if only in',
    'timing; 2 a run cannot be read.',
  ],
  maxPositionals: 2,
  run: (args, io) => compareNamed(args.positionals, args, io),
}
