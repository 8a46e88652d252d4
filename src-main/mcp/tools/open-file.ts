import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { readRecordingFile } from '#main/import/recording-file.ts'
import { UnreadableRecording, type Recording } from '#main/import/read-recording.ts'
import { storedRecording } from '#main/runs/stored-recording.ts'
import { AgentError } from '../agent-error.ts'
import { defineTool } from '../agent-tool.ts'
import { outlineOf } from '../run-outline.ts'
import { counted } from '#engine/units/counted.ts'

export const openFile = defineTool({
  name: 'open_file',
  title: 'Open a file',
  description:
    'Reads the sign-ins in a HAR, a debug log of an AWS SDK or the AWS CLI, a curl trace or an Authscope trace, and keeps them as runs of this session. The file is only read.',
  input: z.strictObject({ path: z.string().min(1).max(4_096) }),
  effect: 'local',
  run: async ({ path }, call) => {
    const { dropped, format, problems, tool, traces } = await recordingAt(path, call.session)
    const runs = []
    for (const trace of traces) {
      const stored = storedRecording(randomBytes(8).toString('hex'), trace)
      const { calls, causes, ...row } = outlineOf(await call.keep(stored))
      runs.push({ ...row, calls: calls.length, cause: causes[0] })
    }
    return {
      text: `${counted(traces.length, 'run was', 'runs were')} read. list_runs has them.`,
      data: { format, tool, dropped, problems, runs },
    }
  },
})

async function recordingAt(
  path: string,
  { interrupted, version }: { readonly interrupted: AbortSignal; readonly version: string },
): Promise<Recording> {
  try {
    return await readRecordingFile(path, {
      application: `Authscope ${version}`,
      signal: interrupted,
      profileOf: () => undefined,
    })
  } catch (error) {
    if (error instanceof UnreadableRecording) throw new AgentError(error.message)
    throw error
  }
}
