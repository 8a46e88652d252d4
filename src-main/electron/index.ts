import { app } from 'electron'
import { declareAppScheme } from './app-protocol.ts'
import { truncatedAnswerInChromium } from './hardening.ts'
import { userArgumentsOf } from './user-arguments.ts'

// The words of the command line run without a window; everything else opens it. What either needs
// is loaded then, and awaited here: Electron waits for this module before it is ready.
const userArguments = userArgumentsOf(process.argv, app.isPackaged)
const commandLine = userArguments.length > 0 ? await import('./run-cli-in-electron.ts') : undefined
if (commandLine?.isCommand(userArguments)) {
  const done = commandLine.runUserArguments(userArguments)
  if (!commandLine.needsElectron(userArguments)) await done
} else if (app.requestSingleInstanceLock()) {
  declareAppScheme()
  truncatedAnswerInChromium()
  const { openApplication } = await import('./open-application.ts')
  openApplication({
    preload: new URL('../preload/preload.cjs', import.meta.url),
    renderer: new URL('../renderer/', import.meta.url),
    storeScript: new URL('trace-store.js', import.meta.url),
    noticesFile: new URL('../third-party-notices.json', import.meta.url),
  })
} else {
  app.quit()
}
