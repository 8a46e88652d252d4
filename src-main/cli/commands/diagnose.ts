import { readFile } from 'node:fs/promises'
import { diagnose as causesOf, type DiagnosedCause } from '#engine/diagnosis/diagnose.ts'
import { findRules } from '#engine/diagnosis/find-rules.ts'
import { UnreadableRecording } from '#main/import/read-recording.ts'
import { readPastedRecording, readRecordingFile } from '#main/import/recording-file.ts'
import { baselineKeys, fingerprint } from '#main/diagnosis/baseline.ts'
import { withoutCauses, type DiagnosedTrace } from '#main/diagnosis/diagnosed-trace.ts'
import { diagnosisFormats } from '#main/diagnosis/formats.ts'
import { exitStatus, UsageError, type Command } from '../command.ts'
import { paint } from '../paint.ts'
import { isRunName, namedRun } from '../trace/named-run.ts'
import { recordingOptions, recordingPorts } from '../recording-ports.ts'
import { diagnosisText } from '../diagnosis-text.ts'

export const diagnose: Command = {
  name: 'diagnose',
  summary: 'Says why the sign-ins in a file, or a run of the history, failed.',
  usage: ['FILE|RUN|- [--format F] [--fail-on VERDICT] [--baseline FILE] [--rule CODE] …'],
  options: {
    format: {
      value: 'F',
      help: `One of text, ${Object.keys(diagnosisFormats).join(', ')}; text by default.`,
    },
    json: { help: 'The same as --format json.' },
    'fail-on': {
      value: 'V',
      help: 'Exit with 4 for a cause of at least this certainty: proved or likely.',
    },
    baseline: {
      value: 'FILE',
      help: 'JSON of an earlier run; its causes are left out.',
    },
    rule: { value: 'CODE', many: true, help: 'Only this rule, by code or slug.' },
    ...recordingOptions,
  },
  notes: [
    'Exit status: 0 read, 1 the file cannot be read, 2 wrong arguments, 4 a --fail-on cause was found.',
    'RUN is “latest”, or the first characters of the ID of a run of the history, which only the',
    'application can open (authscope diagnose RUN). explain CODE says more about a rule.',
  ],
  maxPositionals: 1,
  run: async (args, io) => {
    const [file] = args.positionals
    if (file === undefined)
      throw new UsageError(
        'diagnose takes a file, - for standard input, or the ID of a run of the history.',
      )
    const format = args.text('format') ?? (args.has('json') ? 'json' : 'text')
    if (args.has('json') && format !== 'json')
      throw new UsageError('--json is --format json, and goes with no other format.')
    if (format !== 'text' && !Object.hasOwn(diagnosisFormats, format))
      throw new UsageError(
        `--format is one of text, ${Object.keys(diagnosisFormats).join(', ')}, not “${format}”.`,
      )
    const failOn = args.text('fail-on')
    if (failOn !== undefined && failOn !== 'proved' && failOn !== 'likely')
      throw new UsageError(`--fail-on is proved or likely, not “${failOn}”.`)
    const ruleFilter = args.texts('rule').map(ruleNamed)
    const known = await knownCauses(args.text('baseline'))
    const ports = recordingPorts(args, io)
    let traces: readonly DiagnosedTrace[]
    try {
      const recording: ReadTraces =
        file === '-'
          ? await readPastedRecording(await io.readInput(), ports)
          : isRunName(file)
            ? { file, traces: [await namedRun(file, io)] }
            : await readRecordingFile(file, ports)
      traces = recording.traces.map(({ events }) => {
        const all = causesOf(events)
        const causes = all.filter(
          (cause) =>
            (ruleFilter.length === 0 || ruleFilter.includes(cause.code)) &&
            !known.has(fingerprint(cause)),
        )
        const leftOut = shownOf(all).length - shownOf(causes).length
        return { file: recording.file, events, causes, leftOut }
      })
    } catch (error) {
      if (!(error instanceof UnreadableRecording)) throw error
      io.error(`${error.message}\n`)
      return exitStatus.failed
    }
    if (format === 'text')
      io.write(
        traces
          .map(({ causes, leftOut }, index) => {
            const head = traces.length > 1 ? `Trace ${String(index + 1)}` : ''
            const why = shownOf(causes).length > 0 || leftOut === 0 ? causes : []
            return `${head}${diagnosisText(why, paint(io.colours)) || `\n${withoutCauses({ leftOut })}\n`}`
          })
          .join('\n'),
      )
    else io.write(diagnosisFormats[format as keyof typeof diagnosisFormats](traces, io.version))
    const sure = failOn === 'likely' ? ['proved', 'likely'] : failOn === 'proved' ? ['proved'] : []
    const found = traces.some(({ causes }) => causes.some(({ verdict }) => sure.includes(verdict)))
    return found ? exitStatus.refused : exitStatus.done
  },
}

const shownOf = (causes: readonly DiagnosedCause[]): readonly DiagnosedCause[] =>
  causes.filter(({ verdict }) => verdict !== 'excluded')

/** Traces to diagnose, and what they were read from. */
interface ReadTraces {
  readonly file: string
  readonly traces: readonly Pick<DiagnosedTrace, 'events'>[]
}

async function knownCauses(file: string | undefined): Promise<ReadonlySet<string>> {
  if (file === undefined) return new Set()
  const text = await readFile(file, 'utf8').catch(() => '')
  try {
    return baselineKeys(text)
  } catch {
    throw new UsageError(
      `--baseline takes a file written by diagnose --format json, and “${file}” is not one.`,
    )
  }
}

/** @returns the code of a rule; a name that is none would make every trace pass */
function ruleNamed(name: string): string {
  const [rule, another] = findRules(name)
  if (!rule || another || (rule.slug !== name && rule.code !== name.toUpperCase()))
    throw new UsageError(`There is no rule “${name}”; “authscope explain” lists them.`)
  return rule.code
}
