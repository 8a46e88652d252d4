// Packages the application: a folder in dist/, whose fuses are read back and which is started once,
// and from it the forms that this system can make. `npm run package -- deb rpm` makes only those;
// `-- folder` makes none, `-- --twice` packages twice and compares.
import { spawnSync } from 'node:child_process'
import { dirname } from 'node:path'
import { buildApplication } from './build.mjs'
import { inCheckout, readJson } from './checkout.mjs'
import { electronVersion, packageFolder } from './packaging/application-folder.mjs'
import { compareBuilds, hashesOf } from './packaging/compare-builds.mjs'
import { forms } from './packaging/forms/index.mjs'
import { readFuses, fuses } from './packaging/fuses.mjs'
import { seeThatItStarts } from './packaging/start-check.mjs'
import { testPackage } from './packaging/test-package.mjs'
import { SetUpError, runScript, say } from './progress.mjs'
import { cachedRegistryElectron } from './registry-electron.mjs'
import { runCommand } from './run-command.mjs'
import { setUp } from './set-up.mjs'

await runScript(async () => {
  const words = process.argv.slice(2)
  const chosen = words.filter((word) => !word.startsWith('--'))
  const unknown = chosen.filter(
    (word) => word !== 'folder' && !forms.some(({ name }) => name === word),
  )
  if (unknown.length > 0) {
    throw new SetUpError(
      `There is no form ${unknown.join(', ')}: name some of folder, ${forms.map(({ name }) => name).join(', ')}.`,
    )
  }
  const electron = await setUp({ forTests: true, build: false })
  if (electron === cachedRegistryElectron()) {
    say("This package holds the registry's Electron: for trying out alone, not to be handed on")
  }
  const first = await packaged(electron, chosen)
  await sayFuses(first.executable)
  await seeThatItStarts(first.executable)
  const status = await testPackage(first.executable)
  if (status !== 0) return status
  process.stdout.write(`${[first.executable, ...first.files].join('\n')}\n`)
  if (!words.includes('--twice')) return 0
  const hashes = hashesOf(first)
  const again = hashesOf(await packaged(electron, chosen, { force: true }))
  return compareBuilds(hashes, again)
})

/** Builds and packages once: the executable in the folder, and the files of the chosen forms. */
async function packaged(electron, chosen, { force = false } = {}) {
  await buildApplication({ force, electron: Number.parseInt(electronVersion(electron), 10) })
  say('Packaging')
  const executable = await packageFolder(electron)
  const folder =
    process.platform === 'darwin' ? dirname(dirname(dirname(executable))) : dirname(executable)
  const { description, version } = readJson(inCheckout('package.json'))
  const about = {
    arch: process.arch,
    description,
    dist: inCheckout('dist'),
    electron,
    folder,
    version,
    epoch: sourceDate(),
  }
  const files = []
  for (const form of forms) {
    if (!(await isMade(form, chosen))) continue
    say(`Making ${form.name}`)
    try {
      files.push(...(await form.make(about)))
    } catch (error) {
      // What was named has to be made; of the rest, what can be.
      if (chosen.length > 0 || !(error instanceof SetUpError)) throw error
      say(`  left out: ${error.message}`)
    }
  }
  return { executable, files, folder }
}

async function isMade({ name, platform, tools }, chosen) {
  if (platform !== process.platform) return false
  if (chosen.length > 0) return chosen.includes(name)
  for (const tool of tools) {
    const { status } = await runCommand(tool, ['--version'], { quiet: true })
    if (status !== 127) continue
    say(`Left out: ${name}, for which ${tool} is not installed`)
    return false
  }
  return true
}

/** When the sources were last changed, in seconds: files of a package are dated so. */
function sourceDate() {
  const { SOURCE_DATE_EPOCH } = process.env
  if (SOURCE_DATE_EPOCH) return Number(SOURCE_DATE_EPOCH)
  const { stdout } = spawnSync('git', ['log', '-1', '--format=%ct'], { cwd: inCheckout() })
  return Number(stdout) || Date.UTC(2026, 0, 1) / 1000
}

async function sayFuses(executable) {
  say('Fuses, read back:')
  const found = await readFuses(executable)
  for (const [name, expected] of Object.entries(fuses)) {
    const state = found[name]
    say(`  ${name} ${state === undefined ? 'not in this Electron' : state ? 'on' : 'off'}`)
    if (state !== undefined && state !== expected)
      throw new SetUpError(`The fuse ${name} did not hold: package again.`)
  }
}
