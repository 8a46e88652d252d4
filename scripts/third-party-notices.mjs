// Collects the licences of everything that the packaged application contains besides Electron:
// what Vite has bundled, by its own lists, and the packages that are carried beside the bundle.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { inCheckout, readJson } from './checkout.mjs'
import { unbundledFolders } from './unbundled-packages.mjs'

/** What is written; `electron.vite.config.ts` names the lists that it is made of. */
export const noticesFile = 'out/third-party-notices.json'
const lists = ['main', 'preload', 'renderer'].map((part) => `out/${part}/third-party.json`)

/** Writes the notices of what was just built: name, version, licence and its text, by name. */
export function writeThirdPartyNotices() {
  const packages = [...lists.flatMap((list) => readJson(inCheckout(list))), ...unbundledPackages()]
  const notices = new Map(
    packages.map(({ identifier = 'not named', name, text = '', version }) => [
      `${name}@${version}`,
      { name, version, license: identifier, text },
    ]),
  )
  const sorted = [...notices].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, notice]) => notice)
  writeFileSync(inCheckout(noticesFile), JSON.stringify(sorted))
}

function unbundledPackages() {
  return unbundledFolders().map((folder) => {
    const { license, name, version } = readJson(inCheckout(folder, 'package.json'))
    const file = readdirSync(inCheckout(folder)).find((one) => /^(licen[cs]e|copying)/i.test(one))
    return {
      name,
      version,
      identifier: license,
      ...(file && { text: readFileSync(inCheckout(folder, file), 'utf8').trim() }),
    }
  })
}
