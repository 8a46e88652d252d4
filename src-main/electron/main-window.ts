import { BrowserWindow, nativeTheme, screen } from 'electron'
import type { WindowPlace } from '#main/settings/settings.ts'
import { pinDown } from './hardening.ts'
import { origin } from './served-file.ts'
import { minSize, placeToOpen } from './window-place.ts'

/** What the window is opened with. */
export interface MainWindowOptions {
  readonly preload: string
  readonly place: WindowPlace | undefined
  /** In percent. */
  readonly zoom: number
  readonly developing: boolean
  /** Told a while after the window was moved or resized, and when it closes. */
  readonly onMoved: (place: WindowPlace) => void
}

/** The page's own background, so that the window does not flash before the page is there. */
const background = { dark: '#16171a', light: '#f6f6f4' }

/** Opens the one window. It shows itself with its first paint. */
export function openMainWindow(options: MainWindowOptions): BrowserWindow {
  const { developing, onMoved, place, preload, zoom } = options
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea)
  const window = new BrowserWindow({
    ...placeToOpen(place, screens),
    minWidth: minSize.width,
    minHeight: minSize.height,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
    title: 'Authscope',
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: developing,
      zoomFactor: zoom / 100,
    },
  })
  pinDown(window.webContents)
  if (place?.maximised) window.maximize()
  void painted(window).then(() => {
    if (!window.isDestroyed()) window.show()
  })
  rememberPlace(window, onMoved)
  void window.loadURL(`${origin}/`)
  return window
}

/** Milliseconds after loading in which the first paint comes, if its event comes at all. */
const maxPaintMs = 1500

/**
 * Once the page has loaded and was painted. The event of the first paint can stay away on a busy
 * machine; a window that nobody sees, or a pool that never starts, would be worse than one early.
 */
export async function painted(window: BrowserWindow): Promise<void> {
  const paint = new Promise<void>((resolve) => {
    window.once('ready-to-show', resolve)
  })
  await new Promise<void>((resolve) => {
    window.webContents.once('did-finish-load', () => {
      resolve()
    })
  })
  await Promise.race([paint, new Promise((resolve) => setTimeout(resolve, maxPaintMs))])
}

/** Once the window can be seen. To be asked for when it was just opened. */
export async function shown(window: BrowserWindow): Promise<void> {
  await painted(window)
  // What shows it waits for the same.
  await new Promise((resolve) => setImmediate(resolve))
}

/**
 * Shows the page's sentence about the keyring at once, which otherwise appears only when opening takes
 * long, and waits until it is drawn: nothing is drawn while a prompt stops this process.
 */
export async function showKeyringNote({ webContents }: BrowserWindow): Promise<void> {
  const drawn = webContents
    .insertCSS('.opening { animation: none }')
    .then(() => webContents.capturePage())
  const longest = new Promise((resolve) => setTimeout(resolve, maxPaintMs))
  // A note that cannot be shown is no reason not to open.
  await Promise.race([drawn, longest]).catch(() => undefined)
}

/** Milliseconds after the first paint in which the page says that it can be used, if it is well. */
const maxReadyMs = 3000

/** Whether the window can be used: its page says so itself. */
export interface Readiness {
  /** To be called when the page says so. */
  readonly tell: () => void
  /** Once the page has said so. */
  readonly told: Promise<void>
  /** The same, or a while after the first paint: a page that broke down must not keep all else. */
  readonly settled: Promise<void>
}

/** Until the page says that it can be used. To be asked for when the window was just opened. */
export function readinessOf(window: BrowserWindow): Readiness {
  let tell = (): void => undefined
  const told = new Promise<void>((resolve) => {
    tell = resolve
  })
  const late = painted(window).then(() => new Promise((r) => setTimeout(r, maxReadyMs)))
  return { tell, told, settled: Promise.race([told, late]).then(() => undefined) }
}

function rememberPlace(window: BrowserWindow, onMoved: (place: WindowPlace) => void): void {
  let timer: NodeJS.Timeout | undefined
  const tell = () => {
    clearTimeout(timer)
    onMoved({ ...window.getNormalBounds(), maximised: window.isMaximized() })
  }
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(tell, 500)
  }
  window.on('resize', soon)
  window.on('move', soon)
  window.on('close', tell)
}
