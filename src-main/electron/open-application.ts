import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, ipcMain, Menu, nativeTheme, session, type BrowserWindow } from 'electron'
import { callChannel, droppedFileChannel, eventChannel } from '#contract/channels.ts'
import type { ContractEvent } from '#contract/events.ts'
import type { RunningApplication } from '#main/application/compose.ts'
import { stackWithoutMessage, type Log } from '#main/ipc/router.ts'
import { isTrusted, type Caller } from '#main/ipc/sender.ts'
import type { SecretBox } from '#main/vault/secret-box.ts'
import type { Document } from '#main/settings/document.ts'
import type { SettingsFile } from '#main/settings/settings.ts'
import { serveApp } from './app-protocol.ts'
import { electronSystem } from './electron-system.ts'
import { lockDown } from './hardening.ts'
import { logTo } from './log-file.ts'
import {
  openMainWindow,
  painted,
  readinessOf,
  showKeyringNote,
  shown,
  type Readiness,
} from './main-window.ts'
import { filesOf, type OfferedFiles } from './offered-files.ts'
import { mayPasswordStorePrompt } from './password-store.ts'
import { origin } from './served-file.ts'
import type { SettingsAtStart } from './start-values.ts'

/** Where the build has put the parts of the window. */
export interface Built {
  readonly preload: URL
  readonly renderer: URL
  readonly storeScript: URL
  readonly noticesFile: URL
}

/** Opens the window, and the application behind it while the window loads. */
export function openApplication(
  built: Built,
  files: OfferedFiles,
  atStart: SettingsAtStart,
  withUpdates: boolean,
): void {
  const log = logTo(join(app.getPath('userData'), 'authscope.log'))
  logFaults(log)
  void app.whenReady().then(() => {
    const window = start(built, atStart, log, files)
    if (withUpdates) void downloadUpdate(window, log)
  })
}

function start(
  built: Built,
  atStart: SettingsAtStart,
  log: Log,
  files: OfferedFiles,
): BrowserWindow {
  const developing = !app.isPackaged
  serveApp(fileURLToPath(built.renderer).replace(/[/\\]$/, ''))
  lockDown(session.defaultSession, developing)
  nativeTheme.themeSource = atStart.theme

  // Electron's own menu would reload the page; the window's commands come with the page.
  Menu.setApplicationMenu(null)

  const window = openMainWindow({
    preload: fileURLToPath(built.preload),
    place: atStart.place,
    zoom: atStart.zoom,
    developing,
    onMoved: (place) => {
      settings
        .then(({ change }) => change((file) => ({ ...file, window: place })))
        // Where the window was is not worth a message when it cannot be kept.
        .catch(() => undefined)
    },
  })
  const settings = import('./open-settings.ts').then(({ openSettings }) =>
    openSettings(app.getPath('userData')),
  )
  const readiness = readinessOf(window)
  const application = compose(built, window, { atStart, files, log, readiness, settings })
  // The calls of the window wait for it; this only keeps an early failure from ending the process.
  application.catch((error: unknown) => {
    log(`start failed: ${stackWithoutMessage(error)}`)
  })

  const isOwn = (caller: Caller) => isTrusted(caller, { id: window.webContents.id, origin })
  ipcMain.handle(callChannel, async (event, name: unknown, input: unknown) => {
    if (!isOwn(event)) {
      log('a call from elsewhere was refused')
      return { ok: false, failure: { code: 'sender-untrusted', message: 'Not from the window.' } }
    }
    return (await application).dispatch(name, input)
  })
  ipcMain.on(droppedFileChannel, (event, path: unknown) => {
    if (isOwn(event) && typeof path === 'string') files.dropped(path)
  })

  void readiness.told.then(() => {
    announce('ready')
  })
  void readiness.settled.then(async () => (await application).startPractice())
  app.on('second-instance', (_event, _arguments, _folder, data) => {
    if (window.isMinimized()) window.restore()
    window.focus()
    files.offer(filesOf(data))
  })
  files.listen(() => {
    emitTo(window, { type: 'file.offered' })
  })
  recover(window, log)
  endWith(application, settings)
  return window
}

/** Says how far the start is, to a program that measures or tests it. */
function announce(state: string): void {
  if (process.env['AUTHSCOPE_ANNOUNCE_READY'] === '1') process.stdout.write(`authscope ${state}\n`)
}

async function compose(
  { noticesFile, storeScript }: Built,
  window: BrowserWindow,
  {
    atStart,
    files,
    log,
    readiness,
    settings: opening,
  }: {
    readonly atStart: SettingsAtStart
    readonly files: OfferedFiles
    readonly log: Log
    readonly readiness: Readiness
    readonly settings: Promise<Document<SettingsFile>>
  },
): Promise<RunningApplication> {
  const isShown = shown(window)
  const [settings, { startApplication }, { storeFile }] = await Promise.all([
    opening,
    import('#main/application/compose.ts'),
    import('./store-file.ts'),
  ])
  const system = electronSystem(
    { noticesFile, storeScript },
    () => (window.isDestroyed() ? undefined : window),
    (command) => {
      emitTo(window, { type: 'command', command })
    },
    {
      isOfferedFile: files.isOffered,
      takeOfferedFile: files.take,
      windowIsReady: readiness.tell,
    },
  )
  const { theme, zoom } = settings.value().settings
  // What was salvaged of a damaged file was not there when the window opened.
  if (theme !== atStart.theme || zoom !== atStart.zoom) system.apply(settings.value().settings)
  return startApplication({
    system,
    firstPaint: readiness.settled,
    settings,
    box: () => openKeyring(window, isShown),
    write: storeFile,
    emit: (event) => {
      emitTo(window, event)
    },
    log,
  })
}

/** A prompt of it stops this process until it is answered: the window has to be there before it. */
async function openKeyring(window: BrowserWindow, isShown: Promise<void>): Promise<SecretBox> {
  const [{ safeStorageBox }, mayPrompt] = await Promise.all([
    import('./safe-storage-box.ts'),
    mayPasswordStorePrompt(),
  ])
  if (mayPrompt) {
    await isShown
    if (!window.isDestroyed()) await showKeyringNote(window)
    announce('shown before the keyring is asked')
  }
  return safeStorageBox()
}

/** Asks for a later version, once, when the window can be used. */
async function downloadUpdate(window: BrowserWindow, log: Log): Promise<void> {
  await painted(window)
  const { downloadLaterVersion } = await import('./download-later-version.ts')
  const later = await downloadLaterVersion(log)
  if (later.kind === 'downloaded') emitTo(window, { type: 'update.ready', version: later.version })
  if (later.kind === 'damaged')
    emitTo(window, {
      type: 'notice',
      text: `The downloaded file of Authscope ${later.version} does not match its published hash. It was deleted, and nothing is installed. The next start tries again.`,
    })
}

function emitTo(window: BrowserWindow, event: ContractEvent): void {
  if (!window.isDestroyed()) window.webContents.send(eventChannel, event)
}

/** A page that broke down comes back, from what the main process knows; once a minute at most. */
function recover(window: BrowserWindow, log: Log): void {
  let last = -Infinity
  window.webContents.on('render-process-gone', (_event, { exitCode, reason }) => {
    log(`the page ended: ${reason} ${String(exitCode)}`)
    if (reason === 'clean-exit' || performance.now() - last < 60_000) return
    last = performance.now()
    window.webContents.reload()
  })
}

/** Electron would show an error's message in a dialog, secrets and all; the log shows where. */
function logFaults(log: Log): void {
  process.on('uncaughtException', (error) => {
    log(`uncaught: ${stackWithoutMessage(error)}`)
  })
  process.on('unhandledRejection', (error) => {
    log(`unhandled: ${stackWithoutMessage(error)}`)
  })
}

/** Ends once everything is closed and written; the last window takes the application with it. */
function endWith(
  application: Promise<RunningApplication>,
  settings: Promise<Document<SettingsFile>>,
): void {
  let closed = false
  app.on('window-all-closed', () => {
    app.quit()
  })
  // Electron quits on these anyway, but the library that writes documents ends the process on
  // them at once, unless there is a permanent listener.
  let told = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (!told) app.quit()
      told = true
    })
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void application
      .then(({ close }) => close())
      .catch(() => undefined)
      .then(async () => (await settings).change((file) => file))
      .finally(() => {
        closed = true
        // Not `quit`: a second one while the first is being prevented can leave Electron hanging.
        app.exit(0)
      })
  })
}
