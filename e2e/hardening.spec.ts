import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { readFile } from 'node:fs/promises'
import { electronArguments, electronExecutable } from '../scripts/electron-environment.mjs'
import { expect, test } from './application.ts'
import { expectToStay } from './navigation-attempts.ts'
import { callRaw } from './raw-bridge.ts'
import { blockedLoads, refusals } from './refusals-of-chromium.ts'

test('the window does not navigate elsewhere and opens no other window', async ({
  application,
}) => {
  application.expectFault(refusals)
  application.expectFault(blockedLoads)
  const { electron, page } = application
  expect(page.url()).toBe('app://authscope/')
  await expectToStay(page)
  // Not a locator: Playwright would wait for the navigation that was prevented.
  expect(await page.evaluate(() => document.querySelectorAll('nav').length)).toBe(1)
  const windows = await electron.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows().length,
  )
  expect(windows).toBe(1)
})

test('no process is there for a network that the window does not reach', async ({
  application,
}) => {
  test.skip(process.platform !== 'linux', 'Elsewhere the network service has a sandbox of its own.')
  const services = await application.electron.evaluate(({ app }) =>
    app.getAppMetrics().map(({ serviceName, type }) => serviceName ?? type),
  )
  expect(services).toContain('Tab')
  expect(services.filter((name) => name.includes('network'))).toEqual([])
})

test('the window has no Node, no Electron and no unneeded permission', async ({ application }) => {
  application.expectFault(refusals)
  const { electron, page } = application
  const found = await page.evaluate(async () => {
    const names = ['process', 'require', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron']
    const refused = (work: () => Promise<unknown>) =>
      Promise.race([
        Promise.resolve()
          .then(work)
          .then(
            () => 'granted',
            () => 'refused',
          ),
        new Promise((settle) => setTimeout(settle, 2000, 'silence')),
      ])
    const state = async (name: string) =>
      (await navigator.permissions.query({ name: name as PermissionName })).state
    const bridge: object = Reflect.get(window, 'authscope')
    return {
      globals: names.filter((name) => name in window),
      bridge: Object.keys(bridge).sort(),
      notifications: await Notification.requestPermission(),
      pending: {
        camera: await refused(() => navigator.mediaDevices.getUserMedia({ video: true })),
        microphone: await refused(() => navigator.mediaDevices.getUserMedia({ audio: true })),
        screen: await refused(() => navigator.mediaDevices.getDisplayMedia()),
        place: await refused(
          () => new Promise((done, fail) => navigator.geolocation.getCurrentPosition(done, fail)),
        ),
        clipboard: await refused(() => navigator.clipboard.readText()),
        midi: await refused(() => navigator.requestMIDIAccess({ sysex: true })),
      },
      states: {
        geolocation: await state('geolocation'),
        camera: await state('camera'),
        microphone: await state('microphone'),
        clipboard: await state('clipboard-read'),
      },
      storage: await Promise.resolve(localStorage.length + sessionStorage.length),
    }
  })
  expect(found.globals).toEqual([])
  // `pathOf` names the path of a file that the person dropped, and of no other.
  expect(found.bridge).toEqual(['call', 'listen', 'pathOf'])
  expect(found.notifications).toBe('denied')
  expect(Object.entries(found.pending).filter(([, answer]) => answer === 'granted')).toEqual([])
  expect(Object.entries(found.states).filter(([, state]) => state === 'granted')).toEqual([])
  expect(found.storage).toBe(0)

  const preferences = await electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    const contents = window?.webContents as unknown as {
      getLastWebPreferences: () => Readonly<Record<string, unknown>>
    }
    return contents.getLastWebPreferences()
  })
  expect(preferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
  })
})

test('the page is served with its policy, and no file from outside its folder', async ({
  application,
}) => {
  application.expectFault(refusals)
  application.expectFault(blockedLoads)
  // A page of an error has no policy.
  application.expectFault(/Electron Security Warning/)
  const { page } = application
  // A debugger leads the page where no script can. Requests of the main process to this origin, by
  // `Session.fetch`, make Electron 33 crash now and then when it quits.
  const ask = async (address: string) => {
    try {
      const answer = await page.goto(address)
      const policy = answer?.headers()['content-security-policy']
      return { status: answer?.status() ?? 0, policy, text: (await answer?.text()) ?? '' }
    } catch {
      return { status: 0, policy: undefined, text: '' }
    }
  }

  const { policy, status, text } = await ask('app://authscope/')
  expect(status).toBe(200)
  expect(text).toBe(await readFile(resolve('out/renderer/index.html'), 'utf8'))
  const directives = new Map(
    (policy ?? '').split(';').map((directive) => {
      const [name = '', ...values] = directive.trim().split(/\s+/)
      return [name, values.join(' ')] as const
    }),
  )
  for (const name of ['default-src', 'connect-src', 'base-uri', 'form-action', 'frame-ancestors'])
    expect(directives.get(name), name).toBe("'none'")
  expect(directives.get('script-src')).toBe("'self'")
  expect(directives.get('style-src')).not.toContain('http')

  const manifest = await readFile(resolve('package.json'), 'utf8')
  const main = await readFile(resolve('out/main/index.js'), 'utf8')
  for (const path of [
    '../../package.json',
    '..%2f..%2fpackage.json',
    '%2e%2e/%2e%2e/package.json',
    '%2e%2e%2f%2e%2e%2fpackage.json',
    '..%5c..%5cpackage.json',
    'assets/..%2f..%2fmain%2findex.js',
    '..%2fmain/index.js',
    '%00/index.html',
    `..%2f..${resolve('package.json')}`,
    '%zz',
    'absent.js',
  ]) {
    const answer = await ask(`app://authscope/${path}`)
    expect(answer.status, path).toBe(404)
    expect([manifest, main]).not.toContain(answer.text)
  }
  for (const address of ['app://elsewhere/', 'https://example.com/'])
    expect((await ask(address)).status, address).not.toBe(200)
})

test('only calls of the contract, sent by the window, are answered', async ({ application }) => {
  application.expectFault(/log: .* a call from elsewhere was refused/)
  // The pages that are not the window's have no policy of ours.
  application.expectFault(/Electron Security Warning/)
  const { electron, page } = application
  for (const route of ['nothing', '__proto__', 'constructor', 'toString', '', 7, null, {}, []])
    expect(await callRaw(page, route)).toMatchObject({
      ok: false,
      failure: { code: 'route-unknown' },
    })
  const echo = 'this-must-not-come-back'
  for (const [route, input] of [
    ['secret.reveal', { runId: echo, mark: 7 }],
    ['run.start', { flow: echo, secrets: { PASSWORD: [echo] } }],
    ['settings.change', { zoom: echo }],
    ['app.openLink', { link: `file:///${echo}` }],
  ] as const) {
    const answer = await callRaw(page, route, input)
    expect(answer.ok, route).toBe(false)
    expect(JSON.stringify(answer), route).not.toContain(echo)
  }

  // A second window, with the same preload and from the same origin, and a frame without one.
  const elsewhere = await electron.evaluate(async ({ BrowserWindow }, preload) => {
    const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
    const ask = () =>
      other.webContents.executeJavaScript(`authscope.call('app.state')`) as Promise<unknown>
    await other.loadURL('app://authscope/')
    const sameOrigin = await ask()
    await other.loadURL('about:blank')
    const otherOrigin = await ask()
    other.destroy()
    return { sameOrigin, otherOrigin }
  }, resolve('out/preload/preload.cjs'))
  const untrusted = { ok: false, failure: { code: 'sender-untrusted' } }
  expect(elsewhere.sameOrigin).toMatchObject(untrusted)
  expect(elsewhere.otherOrigin).toMatchObject(untrusted)
  // Our own window, but at another origin, as after a navigation that should not have been.
  const led = await electron.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    await window?.webContents.loadURL('about:blank')
    return window?.webContents.executeJavaScript(`authscope.call('app.state')`) as Promise<unknown>
  })
  expect(led).toMatchObject(untrusted)
})

test('a script in the window has no file opened that the person did not offer', async ({
  application: { page },
}) => {
  const path = resolve('src-main/import/captures/playwright-embed.har')
  const refused = { ok: false, failure: { code: 'file-refused' } }
  const named = { from: 'file', path }
  for (const route of ['recording.open', 'configuration.read'])
    expect(await callRaw(page, route, named), route).toMatchObject(refused)
  // A file that a script makes has no path, whatever it is called.
  const made = await page.evaluate((name) => {
    const bridge = Reflect.get(window, 'authscope') as { pathOf: (file: File) => string }
    return bridge.pathOf(new File(['{}'], name))
  }, path)
  expect(made).toBe('')
  expect(await callRaw(page, 'recording.open', named)).toMatchObject(refused)
})

test('a second start shows the window of the first', async ({ application }) => {
  const { dataFolder, electron } = application
  await electron.evaluate(({ app, BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    const told: string[] = []
    Reflect.set(globalThis, 'told', told)
    app.once('second-instance', () => told.push('second instance'))
    if (window)
      window.focus = () => {
        told.push('focus')
      }
  })
  const args = [...electronArguments(), `--user-data-dir=${dataFolder}`, resolve('.')]
  const second = spawn(electronExecutable(), args, { stdio: 'ignore' })
  const [status] = (await once(second, 'exit')) as [number | null]
  expect(status).toBe(0)
  await expect
    .poll(() => electron.evaluate(() => Reflect.get(globalThis, 'told') as string[]))
    .toEqual(expect.arrayContaining(['second instance', 'focus']))
  const windows = await electron.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows().length,
  )
  expect(windows).toBe(1)
})
