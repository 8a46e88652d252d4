import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { electronArguments } from '../../scripts/electron-environment.mjs'
import { expectToStay } from '../navigation-attempts.ts'
import {
  listenForAnyone,
  lookupsIn,
  tryFiles,
  tryLookups,
  tryTheNetwork,
  writeFilesToTry,
} from '../network-attempts.ts'
import { password } from '../practice-users.ts'
import { callRaw } from '../raw-bridge.ts'
import { expect, packagedExecutable, test, withPackaged } from './packaged-application.ts'

test('no script in the packaged window reaches the network, another page or a file', async ({
  application: { page },
}) => {
  const listener = await listenForAnyone()
  const tried = await tryTheNetwork(page, listener.port)
  expect(Object.entries(tried).filter(([, outcome]) => outcome === 'got through')).toEqual([])
  expect(listener.visitors()).toBe(0)
  listener.close()
  await expectToStay(page)
  const names = ['process', 'require', 'module', 'Buffer', 'ipcRenderer', 'electron']
  expect(await page.evaluate((all) => all.filter((name) => name in window), names)).toEqual([])
  // A debugger leads it where no script can; what lies outside of the window's folder is not there.
  const inside = await page.goto('app://authscope/index.html')
  expect(inside?.status()).toBe(200)
  for (const path of [
    '..%2f..%2fpackage.json',
    '%2e%2e%2fmain%2findex.js',
    '..%5c..%5cpackage.json',
    '%00',
    'assets/..%2f..%2fmain%2findex.js',
  ])
    expect((await page.goto(`app://authscope/${path}`))?.status(), path).toBe(404)
})

test('no script in the packaged window makes the system look up a name, or reads a file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'authscope-attacks-'))
  const log = join(folder, 'log.json')
  const program = {
    command: packagedExecutable(),
    args: [...electronArguments(), `--log-net-log=${log}`],
    dataFolder: join(folder, 'data'),
  }
  await withPackaged(program, async ({ page, window }) => {
    await window.profiles.waitForPractice()
    const tried = await tryFiles(page, await writeFilesToTry(folder))
    expect(Object.entries(tried).filter(([, outcome]) => outcome === 'got through')).toEqual([])
    await tryLookups(page, 'lookup.invalid')
  })
  const text = (await readFile(log, 'utf8')).trimEnd()
  expect(text.at(-1), 'how a log that was written to its end ends').toBe('}')
  expect(lookupsIn(text)).toEqual([])
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
})

test('the packaged bridge answers calls of the contract alone, and repeats nothing', async ({
  application: { page },
}) => {
  for (const route of ['nothing', '__proto__', 'constructor', 'toString', '', 7, null, {}, []])
    expect(await callRaw(page, route)).toMatchObject({
      ok: false,
      failure: { code: 'route-unknown' },
    })
  const echo = 'this-must-not-come-back'
  for (const [route, input] of [
    ['secret.reveal', { runId: echo, mark: 7 }],
    ['run.start', { flow: echo, secrets: { PASSWORD: [echo] } }],
    ['app.openLink', { link: `file:///${echo}` }],
    ['settings.change', { ['__proto__']: echo, zoom: echo }],
  ] as const) {
    const answer = await callRaw(page, route, input)
    expect(answer.ok, route).toBe(false)
    expect(JSON.stringify(answer), route).not.toContain(echo)
  }
})

test('a script in the packaged passkey window reaches no network, no Node and no bridge', async ({
  application: { context, window },
}) => {
  const listener = await listenForAnyone()
  let tried: Record<string, string> | undefined
  await context.exposeBinding('reportAttempts', (_source, outcome: Record<string, string>) => {
    tried = outcome
  })
  // The window is gone as soon as it has signed: it signs after the attempts.
  await context.addInitScript((port) => {
    if (!location.href.startsWith('https:')) return
    const create = navigator.credentials.create.bind(navigator.credentials)
    const outcome = (work: Promise<unknown>) =>
      work.then(
        () => 'got through',
        () => 'refused',
      )
    navigator.credentials.create = async (options) => {
      const place = `https://127.0.0.1:${String(port)}`
      const image = new Image()
      const loaded = new Promise((settle, fail) => {
        image.onload = settle
        image.onerror = fail
      })
      image.src = `${place}/image.png`
      const report = Reflect.get(globalThis, 'reportAttempts') as (outcome: object) => Promise<void>
      await report({
        fetch: await outcome(fetch(place)),
        elsewhere: await outcome(fetch('https://example.com/')),
        image: await outcome(loaded),
        opened: globalThis.open(place) === null ? 'nothing' : 'a window',
        globals: ['process', 'require', 'authscope'].filter((name) => name in globalThis).join(),
      })
      return create(options)
    }
  }, listener.port)
  await window.profiles.choose('Practice: choice')
  await window.signIn.chooseFlow('USER_SRP_AUTH')
  await window.signIn.signInAs('passkey-user', password)
  await window.timeline.toBeSignedIn()
  await window.goTo('Devices, passkeys')
  await window.passkeys.register('Laptop')
  expect(tried).toEqual({
    fetch: 'refused',
    elsewhere: 'refused',
    image: 'refused',
    opened: 'nothing',
    globals: '',
  })
  expect(listener.visitors()).toBe(0)
  listener.close()
})
