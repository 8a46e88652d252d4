import electronUpdater from 'electron-updater'
import type { Log } from '#main/ipc/router.ts'

/** What became of the look for a later version. */
export type LaterVersion =
  /** It is installed when the application ends. */
  | { readonly kind: 'downloaded'; readonly version: string }
  /** What came is not what was published: it is deleted again. */
  | { readonly kind: 'damaged'; readonly version: string }
  /** There is none, or it could not be fetched. */
  | { readonly kind: 'none' }

/**
 * Downloads a later version when there is one, so that it is installed when the application ends.
 * electron-updater checks its hash, and on Windows its signature; macOS checks the signature itself.
 */
export async function downloadLaterVersion(log: Log): Promise<LaterVersion> {
  const { autoUpdater } = electronUpdater
  autoUpdater.logger = null
  // Without a listener Node ends the process at an error event.
  autoUpdater.on('error', () => undefined)
  let version = ''
  try {
    const found = await autoUpdater.checkForUpdates()
    if (!found?.downloadPromise) return { kind: 'none' }
    version = found.updateInfo.version
    await found.downloadPromise
    return { kind: 'downloaded', version }
  } catch (error) {
    // Its message may repeat what a server answered.
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'failed'
    log(`no update: ${code}`)
    return code === 'ERR_CHECKSUM_MISMATCH' ? { kind: 'damaged', version } : { kind: 'none' }
  }
}
