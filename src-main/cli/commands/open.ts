import { counted } from '#engine/units/counted.ts'
import { timeline } from '#engine/trace/timeline.ts'
import { readPastedRecording, readRecordingFile } from '#main/import/recording-file.ts'
import type { Recording } from '#main/import/read-recording.ts'
import { storedRecording } from '#main/runs/stored-recording.ts'
import { exitStatus, UsageError, type Command } from '../command.ts'
import { recordingOptions, recordingPorts } from '../recording-ports.ts'
import { paint, stripControlCharacters } from '../paint.ts'
import { signInReport } from '../sign-in/report.ts'
import { signInText } from '../sign-in/text.ts'

export const open: Command = {
  name: 'open',
  summary: 'Opens a recording of another program (HAR, log), and shows the sign-ins in it.',
  usage: ['FILE|- [--client-secret-env VAR] [--json]'],
  options: {
    json: { help: 'One JSON object: format, signIns, dropped, problems.' },
    ...recordingOptions,
  },
  notes: [
    'With - the recording is read from standard input. Nothing is stored; secrets are',
    'shown as marks. What is missing from the recording is shown as not captured.',
  ],
  maxPositionals: 1,
  run: async (args, io) => {
    const [path] = args.positionals
    if (path === undefined) throw new UsageError('Name the file to open.')
    const ports = recordingPorts(args, io)
    const recording =
      path === '-'
        ? await readPastedRecording(await io.readInput(), ports)
        : await readRecordingFile(path, ports)
    const signIns = recording.traces.map((trace, index) => {
      const stored = storedRecording(`imported-${String(index + 1)}`, trace)
      const done = { stored, tokens: [], reports: [] }
      return { done, report: signInReport(done, false), origin: timeline(trace.events).origin }
    })
    const { dropped, file, format, incompleteCalls, problems, tool } = recording
    if (args.has('json')) {
      const reports = signIns.map(({ origin, report }) => ({ origin, ...report }))
      const found = { format, tool, file, dropped, incompleteCalls, problems, signIns: reports }
      io.write(`${JSON.stringify(found)}\n`)
      return exitStatus.done
    }
    const colours = paint(io.colours)
    io.write(`${colours.strong(summaryOf(recording))}\n`)
    for (const { message, place } of problems)
      io.write(
        `${colours.note(stripControlCharacters(`${place ? `${place}: ` : ''}${message}`))}\n`,
      )
    for (const { done, report } of signIns) io.write(`\n${signInText(done, report, colours)}`)
    return exitStatus.done
  },
}

/** As in `HAR of Firefox 153.8.0: 3 sign-ins, 16 other entries dropped, 2 calls not fully captured`. */
function summaryOf({ dropped, format, incompleteCalls, tool, traces }: Recording): string {
  const parts = [
    counted(traces.length, 'sign-in'),
    ...(dropped > 0 ? [`${counted(dropped, 'other')} dropped`] : []),
    ...(incompleteCalls > 0 ? [`${counted(incompleteCalls, 'call')} not fully captured`] : []),
  ]
  return stripControlCharacters(`${format}${tool && ` of ${tool}`}: ${parts.join(', ')}`)
}
