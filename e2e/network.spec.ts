import { readFile, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { electronArguments, electronExecutable } from '../scripts/electron-environment.mjs'
import { expect, test } from './application.ts'
import { askAgainForLostAnswers } from './lost-answers.ts'
import {
  listenForAnyone,
  lookupsIn,
  tryFiles,
  tryLookups,
  tryTheNetwork,
  writeFilesToTry,
} from './network-attempts.ts'
import { refusals } from './refusals-of-chromium.ts'

test('no script in the window reaches the network', async ({ application }) => {
  application.expectFault(refusals)
  const { page } = application
  const listener = await listenForAnyone()
  const tried = await tryTheNetwork(page, listener.port)
  expect(Object.entries(tried).filter(([, outcome]) => outcome === 'got through')).toEqual([])
  expect(listener.visitors(), 'connections that arrived').toBe(0)

  // The listener does count: the test itself reaches it.
  connect(listener.port, '127.0.0.1').on('error', () => undefined)
  await expect.poll(listener.visitors).toBe(1)
  listener.close()
})

test('no script in the window reads a file of the machine', async ({ application, folder }) => {
  application.expectFault(refusals)
  const { page } = application
  const tried = await tryFiles(page, await writeFilesToTry(folder))
  expect(Object.entries(tried).filter(([, outcome]) => outcome === 'got through')).toEqual([])
})

/** What a page looks up in every way that it has. */
async function lookedUp(electron: ElectronApplication, page: Page, log: string) {
  await electron.evaluate(
    ({ session }, path) =>
      session.defaultSession.netLog.startLogging(path, { captureMode: 'everything' }),
    log,
  )
  await tryLookups(page, 'lookup.invalid')
  await electron.evaluate(({ session }) => session.defaultSession.netLog.stopLogging())
  return lookupsIn(await readFile(log, 'utf8'))
}

test('no script in the window makes the system look up a name', async ({ application, folder }) => {
  application.expectFault(refusals)
  const { electron, page } = application
  expect(await lookedUp(electron, page, join(folder, 'log.json'))).toEqual([])
})

/** A window without any of the application’s guards, and without the browser’s own against files. */
async function withUnguardedWindow(
  folder: string,
  use: (electron: ElectronApplication, page: Page) => Promise<void>,
) {
  const main = join(folder, 'main.cjs')
  await writeFile(join(folder, 'page.html'), '<title>A window without guards</title>')
  await writeFile(
    main,
    `const { app, BrowserWindow } = require('electron')
    app.whenReady().then(() =>
      new BrowserWindow({ show: false, webPreferences: { webSecurity: false } })
        .loadFile(${JSON.stringify(join(folder, 'page.html'))}))`,
  )
  const electron = await _electron.launch({
    executablePath: electronExecutable(),
    args: [...electronArguments(), `--user-data-dir=${join(folder, 'data')}`, main],
  })
  askAgainForLostAnswers(electron)
  try {
    await use(electron, await electron.firstWindow())
  } finally {
    await electron.close()
  }
}

test('the same attempts read files and look up names where nothing keeps them from it', async ({
  folder,
}) => {
  await withUnguardedWindow(folder, async (electron, page) => {
    const tried = await tryFiles(page, await writeFilesToTry(folder))
    expect(new Set(Object.values(tried)), JSON.stringify(tried)).toEqual(new Set(['got through']))
    const found = (await lookedUp(electron, page, join(folder, 'log.json'))).join('\n')
    for (const name of ['fetch', 'socket', 'image', 'dns-prefetch', 'stun'])
      expect(found, name).toContain(`${name}.lookup.invalid`)
  })
})

test('only the profile’s own host is contacted', async ({ application, folder, servers }) => {
  const pool = await servers.pool()
  const { electron, window } = application
  const practice = await application.page.getByRole('contentinfo').textContent()
  const log = join(folder, 'chromium.json')
  // Sockets of Node in the main process, and everything that Chromium's network service does.
  await electron.evaluate(async ({ session }, path) => {
    const { Socket } = process.getBuiltinModule('node:net')
    const dns = process.getBuiltinModule('node:dns')
    const seen: string[] = []
    Reflect.set(globalThis, 'seen', seen)
    const connect = Reflect.get(Socket.prototype, 'connect') as (...args: unknown[]) => unknown
    Reflect.set(Socket.prototype, 'connect', function (this: unknown, ...args: unknown[]) {
      const [first] = args.flat() as { host?: string; port?: number; path?: string }[]
      seen.push(`${String(first?.host)}:${String(first?.port ?? first?.path)}`)
      return connect.apply(this, args)
    })
    const lookup = dns.lookup as (...args: unknown[]) => unknown
    Reflect.set(dns, 'lookup', (...args: unknown[]) => {
      seen.push(`lookup of ${String(args[0])}`)
      return lookup(...args)
    })
    await session.defaultSession.netLog.startLogging(path, { captureMode: 'everything' })
  }, log)
  expect(practice).toContain('127.0.0.1')

  await window.profiles.create({
    name: 'Shop',
    userPoolId: 'us-east-1_Practice1',
    clientId: '1practicewebpublic00000001',
    endpoint: pool.endpoint,
  })
  await window.signIn.signInAs('alice', 'Practice-Password-1!')
  await window.timeline.toBeSignedIn()
  await expect(window.tokens.token('ID token')).toContainText('Signature valid')
  for (const view of ['History', 'Tokens', 'Practice pool', 'Settings', 'Sign-in'] as const)
    await window.goTo(view)
  const seen = await electron.evaluate(async ({ session }) => {
    await session.defaultSession.netLog.stopLogging()
    return Reflect.get(globalThis, 'seen') as string[]
  })
  expect(seen.length).toBeGreaterThan(0)
  expect([...new Set(seen)].filter((one) => one !== pool.endpoint.replace('http://', ''))).toEqual(
    [],
  )
  const requested = (await readFile(log, 'utf8')).match(/"(https?|wss?):\/\/[^"]+"/g) ?? []
  expect(requested, 'what Chromium asked for of its own accord').toEqual([])
})
