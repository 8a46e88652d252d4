import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
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

const completions = {
  bash: '/usr/share/bash-completion/completions/authscope',
  fish: '/usr/share/fish/vendor_completions.d/authscope.fish',
  zsh: '/usr/share/zsh/vendor-completions/_authscope',
}
const manual = '/usr/share/man/man1/authscope.1.gz'

/** What the .deb installs besides the application's own folder. */
const filesOfDeb = [
  '/usr/bin/authscope',
  '/usr/share/applications/authscope.desktop',
  ...Object.values(completions),
  '/usr/share/doc/authscope/CHANGELOG.md',
  '/usr/share/doc/authscope/copyright',
  '/usr/share/doc/authscope/sbom.cdx.json',
  '/usr/share/doc/authscope/third-party-notices.txt',
  '/usr/share/icons/hicolor/512x512/apps/authscope.png',
  '/usr/share/icons/hicolor/scalable/apps/authscope.svg',
  manual,
  '/usr/share/metainfo/app.authscope.Authscope.metainfo.xml',
  '/usr/share/mime/packages/authscope.xml',
].toSorted()

let debian: string
test.describe.serial('in a clean Debian', () => {
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

  test('the .deb is installed with its dependencies, and signs in by its command', () => {
    copyFileSync(join('dist', deb!), join(debian, 'tmp', 'authscope.deb'))
    inside('root', 'apt-get', 'install', '-y', '--no-install-recommends', '/tmp/authscope.deb')
    inside('root', 'useradd', '--create-home', 'ada')

    expect(inside('ada', 'authscope', '--version').trim()).toMatch(/^\d+\.\d+\.\d+$/)
    const report = inside('ada', 'authscope', 'sign-in', '--practice', '--json')
    expect(JSON.parse(report)).toMatchObject({ outcome: 'tokens' })
  })

  test('the .deb has these files beside the application, and no others', () => {
    const paths = inside('root', 'dpkg', '--listfiles', 'authscope').trim().split('\n')
    const application = '/usr/lib/authscope/'
    const besides = paths.filter((path) => !path.startsWith(application) && isFile(path))
    expect(besides.toSorted()).toEqual(filesOfDeb)
    expect(paths).toContain(`${application}resources/sbom.cdx.json`)
    expect(paths).toContain(`${application}resources/third-party-notices.txt`)
    expect(inside('root', 'readlink', '--canonicalize', '/usr/bin/authscope').trim()).toBe(
      `${application}authscope`,
    )
    const [icon] = filesOfDeb.filter((path) => path.endsWith('.png'))
    const png = readFileSync(join(debian, icon!))
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([512, 512])
    for (const path of ['sbom.cdx.json', 'third-party-notices.txt', 'copyright'])
      expect(inside('ada', 'wc', '-c', `/usr/share/doc/authscope/${path}`)).toMatch(/^[1-9]/)
  })

  test('shells find the completions and parse them', () => {
    inside('root', 'apt-get', 'install', '-y', '--no-install-recommends', 'zsh', 'fish')
    for (const [shell, path] of Object.entries(completions))
      expect(inside('ada', shell, '-n', path), shell).toBe('')
    const offered = inside('ada', 'fish', '-c', `complete -C 'authscope tra'`)
    expect(offered).toMatch(/^trace\b/)
    const zsh = 'autoload -U compinit && compinit -u && print $_comps[authscope]'
    expect(inside('ada', 'zsh', '-f', '-c', zsh).trim()).toBe('_authscope')
    const bash = `source ${completions.bash} && complete -p authscope`
    expect(inside('ada', 'bash', '-c', bash)).toContain('_authscope')
  })

  test('the manual, desktop entry, file type and description are well-formed and found', () => {
    const tools = ['man-db', 'desktop-file-utils', 'appstream', 'shared-mime-info']
    inside('root', 'apt-get', 'install', '-y', '--no-install-recommends', ...tools)
    expect(inside('ada', 'man', '--warnings', '-E', 'UTF-8', manual).split('\n')[0]).toMatch(
      /^AUTHSCOPE\(1\)/,
    )
    expect(inside('ada', 'lexgrog', manual)).toContain('authscope - ')
    const entry = '/usr/share/applications/authscope.desktop'
    expect(inside('ada', 'desktop-file-validate', entry)).toBe('')
    const description = '/usr/share/metainfo/app.authscope.Authscope.metainfo.xml'
    inside('ada', 'appstreamcli', 'validate', '--no-net', description)
    inside('root', 'update-mime-database', '/usr/share/mime')
    const types = readFileSync(join(debian, '/usr/share/mime/globs'), 'utf8')
    expect(types).toContain('application/x-har+json:*.har')
    expect(readFileSync(join(debian, entry), 'utf8')).toContain('application/x-har+json')
  })

  test('the window of the .deb signs in, and the package is removed again', async () => {
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

/** Whether it is no folder; a link within the other root is not followed out of it. */
const isFile = (path: string) => !lstatSync(join(debian, path)).isDirectory()

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
