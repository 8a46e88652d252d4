import type { z } from 'zod'
import type { contract } from '#contract/contract.ts'
import { BridgeError } from '#contract/failure.ts'
import type { StoredRun } from '#main/trace-store/trace-store.ts'
import type { Application, HandlersOf } from './application.ts'
import type { RunParts } from './run-handlers.ts'

type Preview = z.output<(typeof contract)['export.preview']['output']>

/** What is exported, and in which form. */
export type ExportRequest = Pick<
  z.output<(typeof contract)['export.preview']['input']>,
  'format' | 'redacted'
>

/** Makes exports; the application shows, confirms and saves them. */
export interface Exporter {
  readonly preview: (run: StoredRun, request: ExportRequest) => Pick<Preview, 'fileName' | 'leaves'>
  /** The whole file. @throws BridgeError `export-leaks` when a redacted one would hold a secret */
  readonly text: (run: StoredRun, request: ExportRequest) => string
}

/** What the handlers of exports work on besides the application. */
export interface ExportParts extends Pick<RunParts, 'runs'> {
  readonly exporter: () => Promise<Exporter>
  /** Writes a file that only this user may read, by a rename. */
  readonly writeFile: (path: string, text: string) => Promise<void>
  readonly newConfirmation: () => string
}

/** Exports. An unredacted one leaves only after a look at what it holds, and once for each look. */
export function exportHandlers({
  exporter,
  newConfirmation,
  runs,
  system,
  writeFile,
}: Pick<Application, 'system'> & ExportParts): HandlersOf<'export'> {
  /** What was looked at, by the confirmation that was given for it. */
  const confirmed = new Map<string, string>()
  const lookedAt = (runId: string, { events }: StoredRun, { format }: ExportRequest) =>
    JSON.stringify([runId, format, events.length])

  function spend(confirmation: string, looked: string): void {
    const seen = confirmed.get(confirmation)
    confirmed.delete(confirmation)
    if (seen === undefined)
      throw new BridgeError(
        'export-unconfirmed',
        'Look at what an unredacted export holds, and confirm it, before it is saved.',
      )
    if (seen !== looked)
      throw new BridgeError(
        'export-changed',
        'The sign-in has gone on since you looked. Look again at what would leave.',
      )
  }

  return {
    'export.preview': async ({ runId, ...request }) => {
      const stored = (await runs()).stored(runId)
      const { fileName, leaves } = (await exporter()).preview(stored, request)
      if (request.redacted) return { fileName, leaves, confirmation: '' }
      const confirmation = newConfirmation()
      confirmed.set(confirmation, lookedAt(runId, stored, request))
      return { fileName, leaves, confirmation }
    },
    'export.save': async ({ confirmation, runId, ...request }) => {
      const stored = (await runs()).stored(runId)
      if (!request.redacted) spend(confirmation, lookedAt(runId, stored, request))
      const made = await exporter()
      const text = made.text(stored, request)
      const path = await system.askWhereToSave(made.preview(stored, request).fileName)
      if (path === undefined) return {}
      try {
        await writeFile(path, text)
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
        throw new BridgeError('not-saved', `The file could not be written (${code}).`, { code })
      }
      return { path }
    },
  }
}
