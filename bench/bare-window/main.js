// The smallest Electron application that shows a window: what start and memory are measured against.
import { app, BrowserWindow } from 'electron'
import { fileURLToPath } from 'node:url'

const twoFrames =
  'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))'

async function openWindow() {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    webPreferences: { sandbox: true, contextIsolation: true },
  })
  await window.loadFile(fileURLToPath(new URL('index.html', import.meta.url)))
  await window.webContents.executeJavaScript(twoFrames)
  process.stdout.write('bare window ready\n')
}

// Electron waits for the entry module, so that nothing in it may wait for `ready`.
void app.whenReady().then(openWindow)
