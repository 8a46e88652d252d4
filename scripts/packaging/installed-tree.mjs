// The files of a Linux package as they lie under its prefix: the application, the command on the
// path, and what desktops, shells and readers of manuals look for.
import {
  copyFile,
  cp,
  lutimes,
  mkdir,
  readdir,
  rm,
  symlink,
  writeFile,
  chmod,
} from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { inCheckout } from '../checkout.mjs'
import { SetUpError } from '../progress.mjs'
import { runCommand } from '../run-command.mjs'
import { billFile, noticesTextFile } from './application-folder.mjs'
import { desktopEntry, metainfo, mimeTypes } from './desktop-files.mjs'

/** Where shells look for completions, below the prefix; Debian's zsh elsewhere than Fedora's. */
const completions = (zshFolder) => ({
  bash: 'share/bash-completion/completions/authscope',
  zsh: `share/zsh/${zshFolder}/_authscope`,
  fish: 'share/fish/vendor_completions.d/authscope.fish',
})

/**
 * Lays the tree out in `prefix`, every file dated `epoch` (seconds).
 *
 * @param {string} folder the packaged application folder
 */
export async function layOutTree(folder, prefix, { epoch, version, zshFolder = 'site-functions' }) {
  await rm(prefix, { recursive: true, force: true })
  await mkdir(join(prefix, 'lib'), { recursive: true })
  await cp(folder, join(prefix, 'lib', 'authscope'), { recursive: true, verbatimSymlinks: true })
  // Chromium's sandbox needs it where the system gives ordinary users no namespaces.
  await chmod(join(prefix, 'lib', 'authscope', 'chrome-sandbox'), 0o4755)
  const write = async (path, data) => {
    await mkdir(dirname(join(prefix, path)), { recursive: true })
    await writeFile(join(prefix, path), data)
  }
  const link = async (path, target) => {
    await mkdir(dirname(join(prefix, path)), { recursive: true })
    await symlink(target, join(prefix, path))
  }
  const day = new Date(epoch * 1000).toISOString().slice(0, 10)
  await link('bin/authscope', '../lib/authscope/authscope')
  await write('share/applications/authscope.desktop', desktopEntry())
  await write('share/mime/packages/authscope.xml', mimeTypes())
  await write('share/metainfo/app.authscope.Authscope.metainfo.xml', metainfo(version, day))
  await write('share/man/man1/authscope.1.gz', gzipSync(await written('manual'), { level: 9 }))
  for (const [shell, path] of Object.entries(completions(zshFolder)))
    await write(path, await written('completion', shell))
  for (const [size, icon] of [
    ['512x512', 'icon.png'],
    ['scalable', 'icon.svg'],
  ]) {
    const path = join('share/icons/hicolor', size, 'apps', icon.replace('icon', 'authscope'))
    await mkdir(dirname(join(prefix, path)), { recursive: true })
    await copyFile(inCheckout('scripts', 'packaging', icon), join(prefix, path))
  }
  const resources = '../../../lib/authscope/resources'
  await link(`share/doc/authscope/${billFile}`, `${resources}/${billFile}`)
  await link(`share/doc/authscope/${noticesTextFile}`, `${resources}/${noticesTextFile}`)
  await mkdir(join(prefix, 'share/doc/authscope'), { recursive: true })
  await copyFile(inCheckout('LICENSE'), join(prefix, 'share/doc/authscope/copyright'))
  await copyFile(inCheckout('CHANGELOG.md'), join(prefix, 'share/doc/authscope/CHANGELOG.md'))
  await normalize(prefix, epoch)
}

/** What the built command line writes. */
async function written(...args) {
  const program = inCheckout('out', 'main', 'cli.js')
  const { output, status } = await runCommand(process.execPath, [program, ...args], { quiet: true })
  if (status !== 0) throw new SetUpError(`authscope ${args.join(' ')} failed: ${output}`)
  return output
}

/** The same owner, mode and date for every file, whoever makes the package and when. */
async function normalize(path, epoch) {
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const one = join(path, entry.name)
    if (entry.isDirectory()) await normalize(one, epoch)
    else if (!entry.isSymbolicLink() && entry.name !== 'chrome-sandbox')
      await chmod(one, isProgram(one) ? 0o755 : 0o644)
    await lutimes(one, epoch, epoch)
  }
  await chmod(path, 0o755)
  await lutimes(path, epoch, epoch)
}

const isProgram = (path) =>
  /\/(authscope|chrome_crashpad_handler|[^/]+\.so(\.\d+)*)$/.test(path) && path.includes('/lib/')
