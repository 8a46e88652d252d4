import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
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

for (const isOn of [false, true])
  test(`an AppImage with updates switched ${isOn ? 'on downloads a later version and says so' : 'off asks for nothing'}`, async () => {
    const image = Buffer.from('the later version')
    const requested: string[] = []
    const server = createServer(({ url = '' }, response) => {
      requested.push(url.replace(/\?.*/, ''))
      response.end(url.startsWith('/latest-linux.yml') ? latest(image) : image)
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo

    const home = join(folder, String(isOn))
    const application = join(home, 'application')
    await cp(dirname(packagedExecutable()), application, { recursive: true })
    const url = JSON.stringify(`http://127.0.0.1:${String(port)}`)
    await writeFile(
      join(application, 'resources', 'app-update.yml'),
      `provider: generic\nurl: ${url}\nupdaterCacheDirName: authscope\n`,
    )
    await mkdir(join(home, 'data'))
    const settings = JSON.stringify({ version: 1, settings: { checkForUpdates: isOn } })
    await writeFile(join(home, 'data', 'settings.json'), settings)
    const present = join(home, 'Authscope.AppImage')
    await writeFile(present, 'this version')

    const program = {
      command: join(application, basename(packagedExecutable())),
      args: electronArguments(),
      dataFolder: join(home, 'data'),
      environment: { APPIMAGE: present, XDG_CACHE_HOME: join(home, 'cache') },
    }
    await withPackaged(program, async ({ window }) => {
      await window.profiles.waitForPractice()
      if (isOn) await expect(window.notice('Authscope 99.0.0 is downloaded')).toBeVisible()
    })
    server.close()
    expect(requested.slice(0, 1)).toEqual(isOn ? ['/latest-linux.yml'] : [])
    // The downloaded one waits in the cache; what runs is replaced when the person quits.
    expect(isOn).toBe(requested.includes('/Authscope-99.0.0.AppImage'))
    if (!isOn) expect(await readFile(present, 'utf8')).toBe('this version')
  })

const latest = (image: Buffer) =>
  `version: 99.0.0
path: Authscope-99.0.0.AppImage
sha512: ${createHash('sha512').update(image).digest('base64')}
files:
  - url: Authscope-99.0.0.AppImage
    sha512: ${createHash('sha512').update(image).digest('base64')}
    size: ${String(image.length)}
releaseDate: '2026-01-01T00:00:00.000Z'
`
