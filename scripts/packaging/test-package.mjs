// Tests of the packaged application in dist/.
import { buildApplication } from '../build.mjs'
import { inCheckout } from '../checkout.mjs'
import { SetUpError, say } from '../progress.mjs'
import { stagedRun } from '../staged-run.mjs'
import { electronVersion, packageFolder } from './application-folder.mjs'

/** What `npm test` runs of them: what needs nothing installed. */
const smokeTests = ['sign-in.spec', 'fuses.spec', 'contents.spec', 'attacks.spec']

/** Runs the end-to-end tests of the package, or those of some files, and gives the exit status. */
export function testPackage(executable, files = []) {
  const playwright = inCheckout('node_modules', '@playwright', 'test', 'cli.js')
  const config = inCheckout('e2e', 'package', 'playwright.config.ts')
  return stagedRun([playwright, 'test', '--config', config, ...files], {
    environment: { AUTHSCOPE_PACKAGED: executable },
  })
}

/** Packages the folder alone, and runs the smoke tests on it. */
export async function smokeTestPackage(electron) {
  try {
    await buildApplication({ electron: Number.parseInt(electronVersion(electron), 10) })
    return await testPackage(await packageFolder(electron), smokeTests)
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error
    say(error.message)
    return 1
  }
}
