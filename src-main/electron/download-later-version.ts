import electronUpdater from 'electron-updater'
import type { Log } from '#main/ipc/router.ts'

/**
 * Downloads a later version when there is one, so that it is installed when the application ends.
 * electron-updater checks its hash, and on Windows its signature; macOS checks the signature itself.
 * @returns its version; undefined when there is none or it could not be fetched
 */
export async function downloadLaterVersion(log: Log): Promise<string | undefined> {
  const { autoUpdater } = electronUpdater
  autoUpdater.logger = null
  // Without a listener Node ends the process at an error event.
  autoUpdater.on('error', () => undefined)
  try {
    const found = await autoUpdater.checkForUpdates()
    await found?.downloadPromise
    return found?.downloadPromise ? found.updateInfo.version : undefined
  } catch (error) {
    // Its message may repeat what a server answered.
    log(`no update: ${error instanceof Error && 'code' in error ? String(error.code) : 'failed'}`)
    return undefined
  }
}
