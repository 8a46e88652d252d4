import { resolve } from 'node:path'
import { _electron } from '@playwright/test'
import { electronArguments, electronExecutable } from '../scripts/electron-environment.mjs'

/** One call as the network panel of the developer tools holds it. */
interface ImportedCall {
  readonly method: string
  readonly url: string
  readonly status: number
  readonly request: string
  readonly response: string
  /** In seconds. */
  readonly duration: number
}

/**
 * What Chromium's own developer tools make of a HAR: they are opened in a window of Electron, and
 * their importer of the network panel reads the text.
 */
export async function importInDevTools(har: string): Promise<readonly ImportedCall[]> {
  const electron = await _electron.launch({
    executablePath: electronExecutable(),
    args: [...electronArguments({ keyring: false }), resolve('bench/bare-window/main.js')],
    timeout: 120_000,
  })
  try {
    return await electron.evaluate(async ({ BrowserWindow }, code): Promise<ImportedCall[]> => {
      const window = new BrowserWindow({ show: false })
      await window.loadURL('about:blank')
      window.webContents.openDevTools({ mode: 'detach' })
      while (!window.webContents.devToolsWebContents)
        await new Promise((later) => setTimeout(later, 50))
      const tools = window.webContents.devToolsWebContents
      if (tools.isLoading()) await new Promise<void>((done) => tools.once('did-finish-load', done))
      return (await tools.executeJavaScript(code)) as ImportedCall[]
    }, codeFor(har))
  } finally {
    await electron.close()
  }
}

/** Runs in the developer tools; names differ between their versions. */
const codeFor = (har: string): string => `(async () => {
  const { HARFormat, HARImporter, Importer = HARImporter } = await import('./models/har/har.js')
  const { log } = new HARFormat.HARRoot(JSON.parse(${JSON.stringify(har)}))
  return Promise.all(
    Importer.Importer.requestsFromHARLog(log).map(async (call) => {
      const data = await (call.contentData ? call.contentData() : call.requestContentData())
      return {
        method: call.requestMethod,
        url: call.url(),
        status: call.statusCode,
        request: await call.requestFormData(),
        response: data.content ?? data.text,
        duration: call.endTime - call.startTime,
      }
    }),
  )
})()`
