import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { electronArguments, electronExecutable } from '../scripts/electron-environment.mjs'
import { askAgainForLostAnswers } from './lost-answers.ts'

/** How to start the built application. */
export interface LaunchOptions {
  /** Its `--user-data-dir`; two launches with the same one are a restart. */
  readonly dataFolder: string
  /** False starts it as on a machine without a keyring; `found` lets it look for one itself. */
  readonly keyring?: boolean | 'found'
  /** Added to the environment of the tests. */
  readonly environment?: Readonly<Record<string, string>>
  /** Files that it is started with, as the desktop does. */
  readonly files?: readonly string[]
}

/** The real application, driven from outside. */
export interface Launched {
  readonly electron: ElectronApplication
  readonly page: Page
  /** Everything that its processes wrote to stdout and stderr. */
  readonly output: () => string
  /** What a sound application never has: errors in the page, faults in main, a bad end. */
  readonly faults: () => Promise<readonly string[]>
  /** Ends it as a person does, and waits until it has ended. */
  readonly quit: () => Promise<void>
  /** Kills its main process, as a system out of memory does, and waits until that has ended. */
  readonly kill: () => Promise<void>
}

/** Lines of Chromium, of Node's debugger and of the desktop's libraries, which are not ours. */
export const foreignLine =
  /^(\[\d+:[\d/.:]+:(ERROR|WARNING|INFO)|Debugger |DevTools listening|For help, see|Waiting for the debugger|\(electron:\d+\)|$)/

/** Starts the built application in this process's display. */
export async function launch({
  dataFolder,
  environment = {},
  files = [],
  keyring = true,
}: LaunchOptions): Promise<Launched> {
  const electron = await _electron.launch({
    executablePath: electronExecutable(),
    args: [
      ...electronArguments({ keyring: keyring !== false }).filter(
        (argument) => keyring !== 'found' || !argument.startsWith('--password-store'),
      ),
      `--user-data-dir=${dataFolder}`,
      resolve('.'),
      ...files,
    ],
    env: { ...process.env, ...environment } as Record<string, string>,
    // The page's theme is what the application and the system make it.
    colorScheme: null,
    timeout: 120_000,
  })
  askAgainForLostAnswers(electron)
  const faults: string[] = []
  const output: string[] = []
  let isKilled = false
  const child = electron.process()
  const ended = new Promise<void>((settle) => {
    child.once('exit', (code, signal) => {
      if (code !== 0 && !isKilled)
        faults.push(`the application ended with ${signal ?? String(code)}`)
      settle()
    })
  })
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      output.push(chunk.toString())
    })
  electron.context().on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      faults.push(`console ${message.type()}: ${message.text()}`)
  })
  electron.context().on('weberror', (error) => {
    faults.push(`page error: ${String(error.error())}`)
  })
  const page = await electron.firstWindow()
  await settleSize(electron, page)
  page.on('crash', () => {
    faults.push('the page crashed')
  })
  return {
    electron,
    page,
    output: () => output.join(''),
    faults: async () => [
      ...faults,
      ...output
        .join('')
        .split(/\r?\n/)
        .filter((line) => !foreignLine.test(line))
        .map((line) => `output: ${line}`),
      ...(await logOf(dataFolder)).map((line) => `log: ${line}`),
    ],
    quit: async () => {
      await electron.close()
      await ended
    },
    kill: async () => {
      isKilled = true
      child.kill('SIGKILL')
      await ended
    },
  }
}

/**
 * Waits until the page is as wide as its window. Without a window manager the first size of a window
 * is lost now and then on its way to the page: then it is set again.
 */
async function settleSize(electron: ElectronApplication, page: Page): Promise<void> {
  const isSettled = async (): Promise<boolean> => {
    const width = await electron.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      return window && Math.round(window.getContentSize()[0]! / window.webContents.getZoomFactor())
    })
    return Math.abs((await page.evaluate(() => innerWidth)) - (width ?? 0)) <= 1
  }
  for (let tries = 0; tries < 20; tries += 1) {
    // The page may still be loading.
    if (await isSettled().catch(() => false)) return
    await page.waitForTimeout(100)
  }
  await electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    const [width = 0, height = 0] = window?.getContentSize() ?? []
    window?.setContentSize(width, height - 1)
    window?.setContentSize(width, height)
  })
}

/** The lines of the application's log, which contains only faults. */
async function logOf(dataFolder: string): Promise<readonly string[]> {
  const text = await readFile(join(dataFolder, 'authscope.log'), 'utf8').catch(() => '')
  return text.split('\n').filter((line) => line !== '')
}

/** What the next dialogs that ask where to save are answered with; undefined is Cancel. */
export async function answerSaveDialogs(
  electron: ElectronApplication,
  path: string | undefined,
): Promise<void> {
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () =>
      Promise.resolve({ canceled: filePath === undefined, filePath: filePath ?? '' })
  }, path)
}

/** What the next dialogs that ask for a file are answered with. */
export async function answerOpenDialogs(
  electron: ElectronApplication,
  path: string,
): Promise<void> {
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
  }, path)
}
