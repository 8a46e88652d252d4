import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { password } from '../practice-users.ts'
import { withPackaged } from './packaged-application.ts'

const inDist = (ending: string) =>
  existsSync('dist') ? readdirSync('dist').find((name) => name.endsWith(ending)) : undefined
const [deb, rpm] = [inDist('.deb'), inDist('.rpm')]
const isPossible =
  deb !== undefined &&
  process.getuid?.() === 0 &&
  spawnSync('debootstrap', ['--version']).status === 0

let debian: string
test.describe('in a clean Debian', () => {
  test.skip(!isPossible, 'needs a .deb in dist/, debootstrap and root')

  test.beforeAll(() => {
    debian = mkdtempSync(join(tmpdir(), 'authscope-debian-'))
    chmodSync(debian, 0o755)
    run('debootstrap', '--variant=minbase', 'bookworm', debian)
    // Chromium's sandbox needs both; `mount` undoes nothing that the machine has.
    run('mount', '-t', 'proc', 'proc', join(debian, 'proc'))
    run('mount', '-t', 'tmpfs', 'tmpfs', join(debian, 'dev', 'shm'))
  })
  test.afterAll(() => {
    for (const place of ['proc', 'dev/shm']) spawnSync('umount', [join(debian, place)])
    rmSync(debian, { recursive: true, force: true })
  })

  test('the .deb is installed, started, signed in with, and removed again', async () => {
    copyFileSync(join('dist', deb!), join(debian, 'tmp', 'authscope.deb'))
    inside('root', 'apt-get', 'install', '-y', '--no-install-recommends', '/tmp/authscope.deb')
    inside('root', 'useradd', '--create-home', 'ada')

    expect(inside('ada', 'authscope', '--version').trim()).toMatch(/^\d+\.\d+\.\d+$/)
    const report = inside('ada', 'authscope', 'sign-in', '--practice', '--json')
    expect(JSON.parse(report)).toMatchObject({ outcome: 'tokens' })
    for (const path of [
      'usr/share/man/man1/authscope.1.gz',
      'usr/share/applications/authscope.desktop',
      'usr/share/bash-completion/completions/authscope',
      'usr/lib/authscope/resources/sbom.cdx.json',
      'usr/lib/authscope/resources/third-party-notices.txt',
    ])
      expect(existsSync(join(debian, path)), path).toBe(true)

    const window = {
      command: 'chroot',
      args: ['--userspec=ada', debian, 'env', 'HOME=/home/ada', 'authscope'],
      dataFolder: '/home/ada/data',
    }
    await withPackaged(window, async (application) => {
      // There is no keyring in it.
      await application.window.consent.storeEncrypted()
      await application.window.profiles.waitForPractice()
      await application.window.signIn.signInAs('alice', password)
      await application.window.timeline.toBeSignedIn()
    })

    inside('root', 'apt-get', 'remove', '-y', 'authscope')
    const left = ['usr/bin/authscope', 'usr/lib/authscope', 'usr/share/doc/authscope']
    expect(left.filter((path) => existsSync(join(debian, path)))).toEqual([])
    expect(existsSync(join(debian, 'home/ada/data')), 'what a person made is kept').toBe(true)
  })

  // The libraries that the .deb asked for are still there; those of Fedora have the same names.
  test('the .rpm is installed, signed in with by its command, and removed again', () => {
    test.skip(rpm === undefined || spawnSync('rpm', ['--version']).status !== 0, 'needs rpm')
    const root = ['--root', resolve(debian)]
    run('rpm', ...root, '--initdb')
    run('rpm', ...root, '--install', '--nodeps', resolve('dist', rpm!))
    expect(run('rpm', ...root, '--query', '--list', 'authscope')).toContain('authscope.1.gz')
    expect(run('rpm', ...root, '--query', '--requires', 'authscope')).toContain('libgtk-3.so.0')
    const sandbox = statSync(join(debian, 'usr/lib/authscope/chrome-sandbox'))
    expect(sandbox.mode & 0o7777).toBe(0o4755)
    const report = inside('ada', 'authscope', 'sign-in', '--practice', '--json')
    expect(JSON.parse(report)).toMatchObject({ outcome: 'tokens' })
    run('rpm', ...root, '--verify', '--nodeps', 'authscope')
    run('rpm', ...root, '--erase', 'authscope')
    const left = ['usr/bin/authscope', 'usr/lib/authscope', 'usr/share/doc/authscope']
    expect(left.filter((path) => existsSync(join(debian, path)))).toEqual([])
  })
})

const inside = (user: string, ...command: readonly string[]) =>
  run('chroot', `--userspec=${user}`, resolve(debian), 'env', `HOME=/home/${user}`, ...command)

/** Runs a program to its end and gives what it wrote. */
function run(program: string, ...args: readonly string[]): string {
  const { error, status, stderr, stdout } = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' },
  })
  if (status !== 0)
    throw new Error(`${program} ${args.join(' ')}: ${error?.message ?? ''}\n${stdout}\n${stderr}`)
  return stdout
}
