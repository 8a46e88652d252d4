import { app } from 'electron'
import { declareAppScheme } from './app-protocol.ts'
import { cutOffChromium } from './hardening.ts'
import { wordsOf } from './words.ts'

// The words of the command line run without a window; everything else opens it. What either needs
// is loaded then, and awaited here: Electron waits for this module before it is ready.
const words = wordsOf(process.argv, app.isPackaged)
const commandLine = words.length > 0 ? await import('./run-words.ts') : undefined
if (commandLine?.isCommand(words)) {
  const done = commandLine.runWords(words)
  if (!commandLine.needsBrowser(words)) await done
} else if (app.requestSingleInstanceLock()) {
  declareAppScheme()
  cutOffChromium()
  const { openApplication } = await import('./open-application.ts')
  openApplication({
    preload: new URL('../preload/preload.cjs', import.meta.url),
    renderer: new URL('../renderer/', import.meta.url),
  })
} else {
  app.quit()
}
