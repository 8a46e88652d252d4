// The packages that are not bundled into out/, because they contain native code: the packaged
// application carries them beside it, with what they depend on.
import { inCheckout, readJson } from './checkout.mjs'

/** Their names in package.json. */
export const unbundled = ['libsql']

/**
 * Their folders and those of what they depend on, as installed here: `node_modules/libsql`.
 * What is for another platform is not installed, and not among them.
 */
export function unbundledFolders() {
  const { packages } = readJson(inCheckout('node_modules', '.package-lock.json'))
  const folders = new Set(unbundled.map((name) => `node_modules/${name}`))
  for (const folder of folders) {
    const { dependencies, optionalDependencies } = packages[folder] ?? {}
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const found = nearest(packages, folder, name)
      if (found !== undefined) folders.add(found)
    }
  }
  return [...folders]
}

/** The folder in which Node finds a package from another one's. */
function nearest(packages, from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(at.lastIndexOf('/node_modules/'), 0))) {
    const folder = at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`
    if (packages[folder] !== undefined) return folder
    if (at === '') return undefined
  }
}
