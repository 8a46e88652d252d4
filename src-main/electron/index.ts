import { app } from 'electron'
import { declareAppScheme } from './app-protocol.ts'
import { fileArguments } from './file-arguments.ts'
import { blockHostResolution } from './hardening.ts'
import { withoutNetworkProcess } from './network-service.ts'
import { usePasswordStore } from './password-store.ts'
import { offeredFiles } from './offered-files.ts'
import { resolveProxies, resolverArgument } from './proxy-resolver.ts'
import { settingsAtStart } from './settings-at-start.ts'
import { drawInSoftwareWithoutDevice } from './software-drawing.ts'
import { updateSource } from './update-source.ts'
import { userArgumentsOf } from './user-arguments.ts'
import { keepYoungGenerationSmall } from './young-generation.ts'

// The words of the command line run without a window; everything else opens it. What either needs
// is loaded then, and awaited here: Electron waits for this module before it is ready.
const userArguments = userArgumentsOf(process.argv, app.isPackaged)
const isResolver = userArguments[0] === resolverArgument && process.connected
const commandLine =
  userArguments.length > 0 && !isResolver ? await import('./run-cli-in-electron.ts') : undefined
if (isResolver) resolveProxies()
else if (commandLine?.isCommand(userArguments)) {
  if (commandLine.needsElectron(userArguments)) await usePasswordStore()
  const done = commandLine.runUserArguments(userArguments)
  if (!commandLine.needsElectron(userArguments)) await done
} else {
  const files = fileArguments(userArguments, process.cwd())
  // An instance that is open already gets the files this way; its copy of the arguments is changed
  // by Chromium.
  if (app.requestSingleInstanceLock({ files })) await openWindow(files)
  else app.quit()
}

async function openWindow(files: readonly string[]): Promise<void> {
  keepYoungGenerationSmall()
  drawInSoftwareWithoutDevice()
  const offered = offeredFiles()
  offered.offer(files)
  // macOS names files by this event, which can come before the application is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault()
    offered.offer([path])
  })
  declareAppScheme()
  const atStart = settingsAtStart()
  const updates = updateSource(atStart.checkForUpdates)
  blockHostResolution(updates?.hostname)
  // Updates come through Chromium's network; nothing else does.
  if (updates === undefined) withoutNetworkProcess()
  // The session bus answers while the rest is loaded.
  const [{ openApplication }] = await Promise.all([
    import('./open-application.ts'),
    usePasswordStore(),
  ])
  openApplication(
    {
      preload: new URL('../preload/preload.cjs', import.meta.url),
      renderer: new URL('../renderer/', import.meta.url),
      storeScript: new URL('trace-store.js', import.meta.url),
      noticesFile: new URL('../third-party-notices.json', import.meta.url),
    },
    offered,
    atStart,
    updates !== undefined,
  )
}
