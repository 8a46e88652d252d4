import type { CopiedAs } from '#contract/routes/secrets.ts'
import { sentenceOf } from '#renderer/bridge/client.ts'
import { showToast } from '#renderer/design/toast.ts'

/** Has a token copied by the main process, and says for how long it stays on the clipboard. */
export async function copyToken(
  as: CopiedAs,
  copy: () => Promise<{ readonly clearedAfter: number }>,
): Promise<void> {
  try {
    const { clearedAfter } = await copy()
    const what = as === 'value' ? 'Token copied' : 'Authorization header copied'
    showToast(
      clearedAfter > 0
        ? `${what}. The clipboard will be cleared in ${String(clearedAfter)} s.`
        : `${what}. The clipboard will not be cleared (see Settings).`,
    )
  } catch (error) {
    showToast(sentenceOf(error), { tone: 'bad' })
  }
}
