// The application as a folder in dist/, from which every other form of a package is made.
import { existsSync, readFileSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { inCheckout, readJson } from '../checkout.mjs'
import { fileAssociations } from '../file-associations.mjs'
import { SetUpError, say } from '../progress.mjs'
import { noticesFile } from '../third-party-notices.mjs'
import { unbundledFolders } from '../unbundled-packages.mjs'
import { setFuses } from './fuses.mjs'
import { billOfMaterials } from './bill-of-materials.mjs'
import { noticesText } from './notices-text.mjs'

/** Where people are sent that ask what is in the package; beside the archive in `resources`. */
export const billFile = 'sbom.cdx.json'
export const noticesTextFile = 'third-party-notices.txt'

/**
 * What electron-builder is told, for the folder and for every form that it makes of it. Signing
 * comes from its environment variables: CSC_LINK, CSC_KEY_PASSWORD or CSC_NAME (macOS, Windows),
 * and APPLE_API_KEY, APPLE_API_KEY_ID, APPLE_API_ISSUER for notarization.
 */
export function builderConfiguration(electron) {
  return {
    appId: 'app.authscope',
    productName: 'Authscope',
    directories: { output: 'dist', buildResources: 'scripts/packaging' },
    icon: 'scripts/packaging/icon.png',
    electronDist: electronFolder(electron),
    electronVersion: electronVersion(electron),
    npmRebuild: false,
    files: [
      'out/main/**',
      'out/preload/**',
      'out/renderer/**',
      '!out/*/third-party.json',
      noticesFile,
      'package.json',
      ...bundledPackages().map((name) => `!**/node_modules/${name}/**`),
    ],
    asar: true,
    // What is native can only be loaded from a file of its own.
    asarUnpack: ['**/*.node'],
    artifactName: '${productName}-${version}-${os}-${arch}.${ext}',
    linux: {
      executableName: 'authscope',
      category: 'Development',
      maintainer: 'The Authscope developers',
      fileAssociations: fileAssociations.linux,
    },
    win: { executableName: 'authscope', fileAssociations: fileAssociations.win },
    nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
    mac: {
      executableName: 'authscope',
      category: 'public.app-category.developer-tools',
      hardenedRuntime: true,
      notarize: Boolean(process.env.APPLE_API_KEY),
      ...(!signs() && { identity: null }),
      fileAssociations: fileAssociations.mac,
    },
    dmg: { sign: false },
  }
}

/** Whether a certificate to sign with is named. */
const signs = () => Boolean(process.env.CSC_LINK || process.env.CSC_NAME)

/** Packages the folder, and gives the path of the executable in it. */
export async function packageFolder(electron) {
  const { build, Platform } = await import('electron-builder')
  let product
  await build({
    targets: Platform.current().createTarget('dir'),
    publish: 'never',
    config: {
      ...builderConfiguration(electron),
      // Here and not in `electronFuses`, which is set before: the loader that replaces
      // Electron's own must be gone first.
      afterPack: async (context) => {
        product = productIn(context)
        const resources = context.packager.getResourcesDir(context.appOutDir)
        await rm(join(context.appOutDir, 'resources', 'app'), { recursive: true, force: true })
        await seeWhatIsPacked(resources)
        await setFuses(product)
        const bill = await billOfMaterials(electronVersion(electron))
        await writeFile(join(resources, billFile), `${JSON.stringify(bill, undefined, 2)}\n`)
        await writeFile(join(resources, noticesTextFile), noticesText())
        await writeUpdateSource(resources)
      },
    },
  })
  return product
}

/** Names where updates come from, for who makes packages that are to look there. */
async function writeUpdateSource(resources) {
  const url = process.env.AUTHSCOPE_UPDATE_URL
  if (!url) return
  const lines = [
    'provider: generic',
    `url: ${JSON.stringify(url)}`,
    'updaterCacheDirName: authscope',
  ]
  await writeFile(join(resources, 'app-update.yml'), `${lines.join('\n')}\n`)
}

/** The installed packages that are bundled, or not shipped at all: electron-builder leaves them out. */
function bundledPackages() {
  const { packages } = readJson(inCheckout('node_modules', '.package-lock.json'))
  const shipped = unbundledFolders().map(packageIn)
  const names = new Set(Object.keys(packages).map(packageIn))
  return [...names].filter((name) => !shipped.includes(name))
}

/** `@libsql/linux-x64-gnu` of `node_modules/@libsql/linux-x64-gnu`, however deep it lies. */
function packageIn(folder) {
  return folder.slice(folder.lastIndexOf('node_modules/') + 13)
}

/** Refuses a package with libraries that are bundled, or without one that is not. */
async function seeWhatIsPacked(resources) {
  const { listPackage } = await import('@electron/asar')
  const packed = listPackage(join(resources, 'app.asar'), {})
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\/node_modules\/(@[^/]+\/)?[^/@]+\/package\.json$/.test(path))
    .map((path) => packageIn(dirname(path)))
  const expected = unbundledFolders().map(packageIn)
  const surplus = packed.filter((name) => !expected.includes(name))
  const absent = expected.filter((name) => !packed.includes(name))
  if (surplus.length > 0 || absent.length > 0) {
    throw new SetUpError(
      `The package has to hold ${expected.join(', ')} beside the bundle, and holds ${packed.join(', ')}: mend \`files\` in scripts/packaging/application-folder.mjs.`,
    )
  }
  say(`Packages beside the bundle: ${expected.join(', ')}`)
}

function productIn({ appOutDir, electronPlatformName }) {
  if (electronPlatformName === 'darwin') {
    return join(appOutDir, 'Authscope.app', 'Contents', 'MacOS', 'authscope')
  }
  return join(appOutDir, electronPlatformName === 'win32' ? 'authscope.exe' : 'authscope')
}

function electronFolder(electron) {
  const bundle = electron.indexOf('/Electron.app/')
  return bundle < 0 ? dirname(electron) : electron.slice(0, bundle)
}

/** The version of an Electron, by its executable. */
export function electronVersion(electron) {
  const versionFile = join(electronFolder(electron), 'version')
  if (existsSync(versionFile)) return readFileSync(versionFile, 'utf8').trim().replace(/^v/, '')
  return readJson(inCheckout('node_modules', 'electron', 'package.json')).version
}
