import { join } from 'node:path'
import {
  app,
  clipboard,
  dialog,
  Menu,
  nativeImage,
  nativeTheme,
  shell,
  type BrowserWindow,
  type OpenDialogOptions,
} from 'electron'
import { BridgeError } from '#contract/failure.ts'
import type { System } from '#main/application/system.ts'
import { drawPicture } from './draw-picture.ts'
import { mayOpen } from './external-link.ts'
import { menuTemplate } from './menu.ts'
import { passkeyWindow } from './passkey-window.ts'
import { regionalLocale } from './regional-locale.ts'
import { systemProxies } from './system-proxies.ts'

const greySquare = () =>
  nativeImage.createFromBitmap(Buffer.alloc(24 * 24 * 4, 0x90), { width: 24, height: 24 })

/** The desktop as the application asks for it, through Electron. */
export const electronSystem = (
  { noticesFile, storeScript }: Required<Pick<System, 'noticesFile' | 'storeScript'>>,
  window: () => BrowserWindow | undefined,
  runCommand: (command: string) => void,
  ofWindow: Pick<System, 'isOfferedFile' | 'takeOfferedFile' | 'windowIsReady'>,
): System => ({
  ...ofWindow,
  version: app.getVersion(),
  electron: process.versions.electron,
  platform: process.platform,
  locale: regionalLocale(process.env, app.getSystemLocale()),
  dataFolder: app.getPath('userData'),
  noticesFile,
  storeScript,
  clipboard: {
    // Later Electrons answer with promises here, 33 does not.
    read: async () => clipboard.readText(),
    write: async (text) => {
      await clipboard.writeText(text)
    },
  },
  resolveProxy: systemProxies(),
  apply: ({ theme, zoom }) => {
    nativeTheme.themeSource = theme
    window()?.webContents.setZoomFactor(zoom / 100)
  },
  setMenu: (commands) => {
    const options = { developing: !app.isPackaged, mac: process.platform === 'darwin' }
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(commands, runCommand, options)))
  },
  openLink: async (link) => {
    if (!mayOpen(link)) return false
    await shell.openExternal(link)
    return true
  },
  openPath: async (path) => {
    const refusal = await shell.openPath(path)
    if (refusal !== '')
      throw new BridgeError('file-refused', `The system could not open ${path}: ${refusal}`)
  },
  showInFolder: (path) => {
    shell.showItemInFolder(path)
  },
  askWhereToSave: async (fileName) => {
    const options = { defaultPath: join(app.getPath('documents'), fileName) }
    const parent = window()
    const { canceled, filePath } = await (parent
      ? dialog.showSaveDialog(parent, options)
      : dialog.showSaveDialog(options))
    return canceled ? undefined : filePath
  },
  askWhatToOpen: async (title, extensions) => {
    const options: OpenDialogOptions = {
      title,
      properties: ['openFile'],
      filters: [
        { name: title, extensions: [...extensions] },
        { name: 'All files', extensions: ['*'] },
      ],
    }
    const parent = window()
    const { canceled, filePaths } = await (parent
      ? dialog.showOpenDialog(parent, options)
      : dialog.showOpenDialog(options))
    return canceled ? undefined : filePaths[0]
  },
  drawPicture,
  startDrag: async (file) => {
    // A desktop without icons gives none, or an empty one, which cannot be dragged.
    const ofFile = await app.getFileIcon(file).catch(() => undefined)
    const icon = !ofFile || ofFile.isEmpty() ? greySquare() : ofFile
    window()?.webContents.startDrag({ file, icon })
  },
  authenticatorWindow: passkeyWindow(window),
})
