import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { expect, test } from '@playwright/test'
import { electronArguments } from '../../scripts/electron-environment.mjs'
import { packagedExecutable, withPackaged } from './packaged-application.ts'

test.skip(process.platform !== 'linux', 'AppImages are of Linux')

let folder: string
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'authscope-updates-'))
})
test.afterAll(async () => {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

interface UpdateServer {
  readonly url: string
  readonly requested: readonly string[]
  close(): void
}

/** Offers version 99.0.0, with the hash of `published`. */
async function offer(published: Buffer): Promise<UpdateServer> {
  const requested: string[] = []
  const server = createServer(({ url = '' }, response) => {
    requested.push(url.replace(/\?.*/, ''))
    response.end(url.startsWith('/latest-linux.yml') ? latest(published) : image)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${String(port)}`, requested, close: () => server.close() }
}

/** A copy of the package that looks for updates there, or has the switch off. */
async function copyOfPackage(home: string, url: string, isOn: boolean) {
  const application = join(home, 'application')
  await cp(dirname(packagedExecutable()), application, { recursive: true })
  await writeFile(
    join(application, 'resources', 'app-update.yml'),
    `provider: generic\nurl: ${JSON.stringify(url)}\nupdaterCacheDirName: authscope\n`,
  )
  await mkdir(join(home, 'data'))
  const settings = JSON.stringify({ version: 1, settings: { checkForUpdates: isOn } })
  await writeFile(join(home, 'data', 'settings.json'), settings)
  const present = join(home, 'Authscope.AppImage')
  await writeFile(present, 'this version')
  const cache = join(home, 'cache')
  const program = {
    command: join(application, basename(packagedExecutable())),
    args: electronArguments(),
    dataFolder: join(home, 'data'),
    environment: { APPIMAGE: present, XDG_CACHE_HOME: cache },
  }
  return { cache, present, program }
}

/** The names of what is in a folder, however deep. */
async function filesIn(place: string): Promise<readonly string[]> {
  const entries = await readdir(place, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name)
}

const image = Buffer.from('the later version')

for (const isOn of [false, true])
  test(`an AppImage with updates switched ${isOn ? 'on downloads a later version and says so' : 'off asks for nothing'}`, async () => {
    const server = await offer(image)
    const home = join(folder, String(isOn))
    const { cache, present, program } = await copyOfPackage(home, server.url, isOn)
    await withPackaged(program, async ({ window }) => {
      await window.profiles.waitForPractice()
      if (!isOn) return
      await expect(window.notice('Authscope 99.0.0 is downloaded')).toBeVisible()
      expect(await filesIn(join(cache, 'authscope'))).toContain('Authscope-99.0.0.AppImage')
    })
    server.close()
    const { requested } = server
    expect(requested.slice(0, 1)).toEqual(isOn ? ['/latest-linux.yml'] : [])
    // The downloaded one waits in the cache; what runs is replaced when the person quits.
    expect(isOn).toBe(requested.includes('/Authscope-99.0.0.AppImage'))
    if (!isOn) expect(await readFile(present, 'utf8')).toBe('this version')
  })

test('a later version whose hash is wrong is named, deleted, and never installed', async () => {
  const server = await offer(Buffer.from('the later VERSION'))
  const { cache, present, program } = await copyOfPackage(join(folder, 'wrong'), server.url, true)
  await withPackaged(program, async ({ window }) => {
    await window.profiles.waitForPractice()
    const notice = window.notice('Authscope 99.0.0 does not match its published hash')
    await expect(notice).toContainText('nothing is installed')
  })
  server.close()
  expect(server.requested).toContain('/Authscope-99.0.0.AppImage')
  expect(await readFile(present, 'utf8')).toBe('this version')
  expect(await filesIn(join(cache, 'authscope'))).toEqual([])
})

const latest = (published: Buffer) =>
  `version: 99.0.0
path: Authscope-99.0.0.AppImage
sha512: ${createHash('sha512').update(published).digest('base64')}
files:
  - url: Authscope-99.0.0.AppImage
    sha512: ${createHash('sha512').update(published).digest('base64')}
    size: ${String(published.length)}
releaseDate: '2026-01-01T00:00:00.000Z'
`
