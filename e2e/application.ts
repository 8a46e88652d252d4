import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect, type ElectronApplication, type Page } from '@playwright/test'
import { startVirtualDisplay } from '../scripts/virtual-display.mjs'
import { answerSaveDialogs, launch, type Launched, type LaunchOptions } from './launch.ts'
import { startServers, type Servers } from './servers.ts'
import { AuthscopeWindow } from './window.ts'

/** One application with one data folder; it may be restarted. */
export interface Application {
  /** The window as it is now; another one after a restart. */
  readonly window: AuthscopeWindow
  readonly page: Page
  readonly electron: ElectronApplication
  readonly dataFolder: string
  /** What its processes wrote so far. */
  readonly output: () => string
  /** Ends the application; `restart` starts it again. */
  readonly quit: () => Promise<void>
  /** Kills its main process; `restart` starts it again. */
  readonly kill: () => Promise<void>
  /** Ends it if it runs, and starts it with the same data folder. */
  readonly restart: (options?: Omit<LaunchOptions, 'dataFolder'>) => Promise<void>
  /** Answers the dialogs that ask where to save; undefined is Cancel. */
  readonly saveTo: (path: string | undefined) => Promise<void>
  /** Faults that this test causes on purpose; others fail it. */
  readonly expectFault: (like: RegExp) => void
}

interface Fixtures {
  /** False starts the application as on a machine without a keyring: `test.use({ keyring: false })`. */
  readonly keyring: boolean
  /** A folder of the test's own, gone afterwards. */
  readonly folder: string
  /** The application at its first start; without a keyring, the question about storage is open. */
  readonly freshApplication: Application
  /** The application as it is used: storage settled, the practice pool running and selected. */
  readonly application: Application
  /** Servers on loopback that the application can be pointed at. */
  readonly servers: Servers
}

interface WorkerFixtures {
  /** A display has one clipboard: every further worker draws on one of its own. */
  readonly ownDisplay: undefined
}

/** Playwright's `test`, with the real application. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  ownDisplay: [
    async ({}, use, { parallelIndex }) => {
      if (process.platform !== 'linux' || parallelIndex === 0) {
        await use(undefined)
        return
      }
      const { environment, stop } = await startVirtualDisplay()
      process.env['DISPLAY'] = environment.DISPLAY
      await use(undefined)
      stop()
    },
    { scope: 'worker', auto: true },
  ],

  keyring: [true, { option: true }],

  // Playwright wants the destructuring to see what a fixture needs.

  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'authscope-e2e-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  },

  freshApplication: async ({ folder, keyring }, use) => {
    const dataFolder = join(folder, 'data')
    const expected: RegExp[] = []
    const faults: string[] = []
    let now: Launched | undefined = await launch({ dataFolder, keyring })
    const running = (): Launched => {
      if (!now) throw new Error('The application has been ended: restart it first.')
      return now
    }
    const quit = async (): Promise<void> => {
      if (!now) return
      const ending = now
      now = undefined
      await ending.quit()
      faults.push(...(await ending.faults()))
    }
    const kill = async (): Promise<void> => {
      const killed = running()
      now = undefined
      await killed.kill()
      faults.push(...(await killed.faults()))
    }
    await use({
      dataFolder,
      get window() {
        return new AuthscopeWindow(running().page)
      },
      get page() {
        return running().page
      },
      get electron() {
        return running().electron
      },
      output: () => running().output(),
      kill,
      quit,
      restart: async (options = {}) => {
        await quit()
        now = await launch({ dataFolder, keyring, ...options })
      },
      saveTo: (path) => answerSaveDialogs(running().electron, path),
      expectFault: (like) => {
        expected.push(like)
      },
    })
    await quit()
    const unexpected = faults.filter((fault) => !expected.some((like) => like.test(fault)))
    expect(unexpected, 'faults of the application while the test ran').toEqual([])
  },

  application: async ({ freshApplication, keyring }, use) => {
    if (!keyring) await freshApplication.window.consent.storeEncrypted()
    await freshApplication.window.profiles.waitForPractice()
    await use(freshApplication)
  },

  servers: async ({}, use) => {
    const servers = startServers()
    await use(servers)
    await servers.close()
  },
})

export { expect } from '@playwright/test'
