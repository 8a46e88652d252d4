// What every command needs first: packages, an Electron, its system libraries, a fresh build.
import { getElectron } from './get-electron.mjs'
import { withoutSandbox } from './electron-environment.mjs'
import { buildApplication } from './build.mjs'
import { installDependencies } from './install-dependencies.mjs'
import { installSystemLibraries } from './install-system-libraries.mjs'
import { say } from './progress.mjs'

/**
 * Makes the application ready to run.
 *
 * @param {object} options `forTests` adds the virtual display and the keyring; `build` may be
 *   turned off for who builds later.
 * @returns {Promise<string>} the Electron executable
 */
export async function setUp({ forTests = false, build = true } = {}) {
  await installDependencies()
  const executable = await getElectron()
  await installSystemLibraries({ executable, forTests })
  if (withoutSandbox) say("Running as root: Chromium's sandbox is off (--no-sandbox)")
  if (build) await buildApplication()
  return executable
}
