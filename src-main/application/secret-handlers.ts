import { BridgeError } from '#contract/failure.ts'
import { reveal } from '#engine/secret/secret.ts'
import type { Application, HandlersOf } from './application.ts'
import { copiedSecret } from './copied-secret.ts'
import type { RunDependencies } from './run-handlers.ts'

/** One secret at a time, because the person asked for that one. */
export function secretHandlers({
  clipboard,
  runs,
  settings,
}: Pick<Application, 'clipboard' | 'settings'> &
  Pick<RunDependencies, 'runs'>): HandlersOf<'secret'> {
  async function secretOf(runId: string, mark: string) {
    const secret = await (await runs()).secret(runId, mark)
    if (secret) return secret
    throw new BridgeError('secret-unknown', 'The value behind this mark is no longer stored.')
  }
  return {
    'secret.reveal': async ({ mark, runId }) => ({ text: reveal(await secretOf(runId, mark)) }),
    'secret.copy': async ({ as, mark, runId }) => {
      const { clearClipboardAfter } = settings.value().settings
      await clipboard.copy(copiedSecret(await secretOf(runId, mark), as), clearClipboardAfter)
      return { clearedAfter: clearClipboardAfter }
    },
  }
}
