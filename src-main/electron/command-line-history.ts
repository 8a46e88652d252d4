import { app } from 'electron'
import { historyFile } from '#main/trace-store/history-file.ts'
import { inThisThread, openTraceStoreInThread } from '#main/trace-store/trace-store-client.ts'
import type { TraceStore } from '#main/trace-store/trace-store.ts'
import { openAppVault } from './app-vault.ts'

/**
 * The history that the window keeps, for one command; the window may be open at the same time.
 * @throws Error when no history is kept on this machine
 */
export async function openHistory(): Promise<TraceStore> {
  await app.whenReady()
  const key = await openAppVault().dataKey()
  if (!key)
    throw new Error(
      'No history is kept here: Authscope’s window asks at its first start where secrets are stored.',
    )
  const file = { path: historyFile(app.getPath('userData'), key.id), key: key.key }
  return openTraceStoreInThread(file, inThisThread, {
    quarantined: ({ path, reason }) => {
      process.stderr.write(
        `The history could not be used: ${reason} It was quarantined as ${path}. Authscope’s window puts back what can be read of it at its next start.\n`,
      )
    },
    journalDamaged: (text) => {
      process.stderr.write(`${text}\n`)
    },
  })
}
