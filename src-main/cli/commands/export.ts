import { exportFormats, isExportFormatId } from '#engine/export/formats/index.ts'
import { writePrivateFile } from '#main/private-files/write-private-file.ts'
import { exportSpans, exportTrace, storedRunContents } from '#main/export/export-trace.ts'
import { readPastedRecording, readRecordingFile } from '#main/import/recording-file.ts'
import { storedRecording } from '#main/runs/stored-recording.ts'
import { exitStatus, UsageError, type Arguments, type Command } from '../command.ts'
import { redactOption, replacedFrom } from '../sign-in/export-options.ts'
import { recordingOptions, recordingPorts } from '../recording-ports.ts'

const ids = exportFormats.map(({ id }) => id)

export const exportCommand: Command = {
  name: 'export',
  summary: 'Writes a sign-in of a file in another format: issue text, code, HAR, a diagram.',
  usage: ['FILE|- --format F [--sign-in N] [--step N] [--output FILE]', 'FILE|- --otlp URL'],
  options: {
    format: { value: 'F', help: 'Format; they are listed below.' },
    'sign-in': { value: 'N', help: 'Which sign-in of the file, from 1; the first by default.' },
    step: { value: 'N', help: 'Only the call of this step, from 1.' },
    output: { value: 'FILE', help: 'Where to write it; standard output by default.' },
    otlp: { value: 'URL', help: 'Send it, redacted, to an OpenTelemetry collector instead.' },
    ...redactOption,
    unredacted: { help: 'Include all secrets, and list the contents on standard error.' },
    ...recordingOptions,
  },
  notes: [
    'Formats:',
    ...exportFormats.map(({ id, note, title }) => `  ${id.padEnd(12)} ${title}: ${note}`),
    'A redacted file is searched for every secret of the sign-in before it is written.',
  ],
  maxPositionals: 1,
  run: async (args, io) => {
    const [file] = args.positionals
    if (file === undefined) throw new UsageError('export takes a file, or - for standard input.')
    const format = args.text('format')
    const collector = collectorOf(args)
    if (collector === undefined && (format === undefined || !isExportFormatId(format)))
      throw new UsageError(`--format is one of ${ids.join(', ')}.`)
    const number = count(args, 'sign-in') ?? 1
    const step = count(args, 'step')
    const ports = recordingPorts(args, io)
    const { traces } =
      file === '-'
        ? await readPastedRecording(await io.readInput(), ports)
        : await readRecordingFile(file, ports)
    const trace = traces[number - 1]
    if (!trace)
      throw new UsageError(
        `The file has ${String(traces.length)} sign-ins; there is no number ${String(number)}.`,
      )
    if (step !== undefined && !trace.events.some((event) => 'step' in event && event.step === step))
      throw new UsageError(`The sign-in has no step ${String(step)}.`)
    const stored = storedRecording('exported', trace)
    if (collector !== undefined || format === undefined || !isExportFormatId(format)) {
      const spans = exportSpans(stored)
      const { sendSpans } = await import('#main/otlp/send-spans.ts')
      await sendSpans(spans, { url: collector ?? '', version: io.version })
      io.write(`${String(spans.length)} spans were sent to ${collector ?? ''}.\n`)
      return exitStatus.done
    }
    const redacted = !args.has('unredacted')
    const replaced = replacedFrom(args)
    const form = { format, redacted, replaced, ...(step !== undefined && { step }) }
    const text = exportTrace(stored, form)
    const path = args.text('output')
    if (path === undefined) io.write(text)
    else await writePrivateFile(path, text)
    if (!redacted) {
      const contents = storedRunContents(stored, form).map(
        (one) => `${String(one.count)} × ${one.what}`,
      )
      io.error(`The export is not redacted. It holds ${contents.join('; ')}.\n`)
    }
    return exitStatus.done
  },
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

function count(args: Arguments, option: string): number | undefined {
  const text = args.text(option)
  if (text === undefined) return undefined
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text)
  throw new UsageError(`--${option} takes a number from 1, not “${text}”.`)
}
