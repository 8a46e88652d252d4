import { compareRuns } from '#engine/compare/compare-runs.ts'
import { UnreadableRecording } from '#main/import/read-recording.ts'
import { UsageError, type Arguments, type Command } from '../command.ts'
import type { CommandLineIo } from '../command-line-io.ts'
import { paint } from '../paint.ts'
import { comparisonText } from '../trace/comparison-text.ts'
import { namedRun, namesOfRuns } from '../trace/named-run.ts'

/** As those of diff(1). */
const status = { same: 0, different: 1, failed: 2 } as const

export const diffOptions: Command['options'] = {
  json: { help: 'One JSON object: same, firstDifference, run, steps.' },
  all: { help: 'Show what is new in every sign-in too: sessions, times, request ids.' },
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
    const comparison = compareRuns(a.events, b.events)
    if (args.has('json')) io.write(`${JSON.stringify(comparison)}\n`)
    else io.write(comparisonText(comparison, paint(io.colours), args.has('all')))
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
  usage: ['A B [--all] [--json]'],
  options: diffOptions,
  notes: [namesOfRuns, 'Exit status: 0 the same, 1 different, 2 a run cannot be read.'],
  maxPositionals: 2,
  run: (args, io) => compareNamed(args.positionals, args, io),
}
