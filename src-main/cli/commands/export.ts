import { exportFormats } from '#engine/export/formats/index.ts'
import type { SignInSpan } from '#engine/export/spans.ts'
import { exportSpans } from '#main/export/export-trace.ts'
import type { RunsToExport } from '#main/export/runs-to-export.ts'
import { UnreadableRecording } from '#main/import/read-recording.ts'
import { exitStatus, UsageError, type Arguments, type Command } from '../command.ts'
import type { CommandLineIo } from '../command-line-io.ts'
import { recordingOptions, recordingPorts } from '../recording-ports.ts'
import { exportNamed, exportNamedOptions, withChosenRuns } from '../trace/export-named.ts'
import { namesOfRuns } from '../trace/named-run.ts'
import { hasFilter } from '../trace/chosen-runs.ts'

export const exportCommand: Command = {
  name: 'export',
  summary: 'Writes sign-ins in another format: issue text, code, HAR, a diagram.',
  usage: [
    'RUN|FILE|- … --format F [--sign-in N] [--step N] [--zip] [--output FILE]',
    '[FILE …] --filter F --format F [--zip] [--output FILE]',
    'RUN|FILE|- … --otlp URL',
  ],
  options: {
    ...exportNamedOptions,
    format: { value: 'F', help: 'Format; they are listed below.' },
    otlp: { value: 'URL', help: 'Send it, redacted, to an OpenTelemetry collector instead.' },
    ...recordingOptions,
  },
  notes: [
    namesOfRuns,
    'Several runs become one file of HAR, JSON or issue text; in any other format, a zip with a manifest.',
    '',
    'Formats:',
    ...exportFormats.map(({ id, note, title }) => `  ${id.padEnd(12)} ${title}: ${note}`),
    'A redacted file is searched for every secret of the sign-in before it is written.',
  ],
  maxPositionals: 1000,
  run: async (args, io) => {
    const { positionals } = args
    if (positionals.length === 0 && !hasFilter(args))
      throw new UsageError('export takes a run, a file, or - for standard input; or --filter F.')
    const collector = collectorOf(args)
    const ports = recordingPorts(args, io)
    try {
      if (collector === undefined) return await exportNamed(positionals, args, io, { ports })
      return await withChosenRuns(positionals, args, io, ports, (runs) => send(collector, runs, io))
    } catch (error) {
      if (!(error instanceof UnreadableRecording)) throw error
      io.error(`${error.message}\n`)
      return exitStatus.failed
    }
  },
}

async function send(
  url: string,
  runs: RunsToExport,
  { version, write }: CommandLineIo,
): Promise<number> {
  const { sendSpans } = await import('#main/otlp/send-spans.ts')
  const sent = await sendSpans(spansOfRuns(runs), { url, version })
  write(`${String(sent)} spans were sent to ${url}.\n`)
  return exitStatus.done
}

async function* spansOfRuns(runs: RunsToExport): AsyncGenerator<SignInSpan> {
  for await (const stored of runs.each()) yield* exportSpans(stored)
}

/** The address that a collector takes traces at; its base address is enough. */
function collectorOf(args: Arguments): string | undefined {
  const text = args.text('otlp')
  if (text === undefined) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol))
    throw new UsageError(`--otlp takes a URL such as http://localhost:4318, not “${text}”.`)
  if (url.pathname === '/') url.pathname = '/v1/traces'
  return url.href
}
