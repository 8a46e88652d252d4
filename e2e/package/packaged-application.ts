import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, chromium, type BrowserContext, type Page } from '@playwright/test'
import { electronArguments } from '../../scripts/electron-environment.mjs'
import { AuthscopeWindow } from '../window.ts'

/** The packaged application, driven as a page: its fuses allow no inspector in the main process. */
export interface PackagedApplication {
  readonly context: BrowserContext
  readonly page: Page
  readonly window: AuthscopeWindow
}

/** How a program is run: the packaged executable, or a command that leads to it. */
export interface PackagedProgram {
  readonly command: string
  readonly args?: readonly string[]
  readonly dataFolder: string
  readonly environment?: Readonly<Record<string, string>>
}

/** The executable in dist/ that `npm run package` names. */
export function packagedExecutable(): string {
  const path = process.env['AUTHSCOPE_PACKAGED']
  if (path === undefined) throw new Error('Run these tests with `npm run package`.')
  return path
}

/** Starts it, hands it to `use`, and ends it. */
export async function withPackaged(
  { args = [], command, dataFolder, environment = {} }: PackagedProgram,
  use: (application: PackagedApplication) => Promise<void>,
): Promise<void> {
  const switches = ['--remote-debugging-port=0', `--user-data-dir=${dataFolder}`]
  const child = spawn(command, [...args, ...switches], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  try {
    const browser = await chromium.connectOverCDP(await debuggerOf(child))
    const context = browser.contexts()[0]!
    const page = context.pages()[0] ?? (await context.waitForEvent('page'))
    await page.waitForURL('app://authscope/')
    const window = new AuthscopeWindow(page)
    await use({ context, page, window })
    await browser.close()
  } finally {
    child.kill()
    const timer = setTimeout(() => child.kill('SIGKILL'), 10_000)
    await ended
    clearTimeout(timer)
  }
}

/** Where Chromium listens for a debugger, which it says when it does. */
function debuggerOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1]
      if (address !== undefined) resolve(address)
    })
    child.once('error', reject)
    child.once('exit', (code) => {
      reject(new Error(`the packaged application ended with ${String(code)}:\n${said}`))
    })
  })
}

/** Playwright's `test`, with the packaged application ready for a sign-in. */
export const test = base.extend<{ readonly application: PackagedApplication }>({
  application: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'authscope-packaged-'))
    const program = {
      command: packagedExecutable(),
      args: electronArguments(),
      dataFolder: join(folder, 'data'),
    }
    await withPackaged(program, async (application) => {
      await application.window.profiles.waitForPractice()
      await use(application)
    })
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  },
})

export { expect } from '@playwright/test'
