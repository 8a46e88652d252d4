import { z } from 'zod'
import { exportFormat, exportFormats } from '#engine/export/formats/index.ts'
import { defineTool } from '../agent-tool.ts'
import { runId } from './run-id.ts'

/** A picture is no text that an agent reads. */
const formats = exportFormats.filter(({ isPicture }) => !isPicture)
const ids = formats.map(({ id }) => id)

export const exportRun = defineTool({
  name: 'export_run',
  title: 'Export a run',
  description: `The text of a redacted export, page by page; no file is written. ${formats.map(({ id, note, title }) => `${id}: ${title}, ${note}`).join('; ')}.`,
  input: z.strictObject({ run: runId, format: z.enum(ids) }),
  effect: 'read',
  run: async ({ format, run }, call) => ({
    text: `The run as ${exportFormat(format).title}, redacted.`,
    data: exportFormat(format).write((await call.open(run)).trace),
  }),
})
