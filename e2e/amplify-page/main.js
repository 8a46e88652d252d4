// A bare Chromium window that shows the page it is told: somebody's application, as far as the
// tests are concerned.
import { app, BrowserWindow } from 'electron'

void app.whenReady().then(() => {
  const window = new BrowserWindow({ webPreferences: { sandbox: true, contextIsolation: true } })
  return window.loadURL(process.argv.at(-1) ?? '')
})
