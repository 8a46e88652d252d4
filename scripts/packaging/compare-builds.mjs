// Whether two packagings of the same sources give the same bytes, and if not, where they differ.
import { createHash } from 'node:crypto'
import { lstatSync, readFileSync, readdirSync, readlinkSync } from 'node:fs'
import { basename, join } from 'node:path'
import { say } from '../progress.mjs'

/** SHA-256 of each made file and of each file in the application folder, by name. */
export function hashesOf({ files, folder }) {
  return new Map([
    ...files.map((file) => [basename(file), hashOf(file)]),
    ...readdirSync(folder, { recursive: true })
      .map((name) => [name, join(folder, name)])
      .filter(([, path]) => !lstatSync(path).isDirectory())
      .map(([name, path]) => [`folder/${name}`, hashOf(path)]),
  ])
}

function hashOf(path) {
  const isLink = lstatSync(path).isSymbolicLink()
  return createHash('sha256')
    .update(isLink ? readlinkSync(path) : readFileSync(path))
    .digest('hex')
}

/** Lists the differences, and gives the exit status: 0 when there are none. */
export function compareBuilds(first, second) {
  const names = [...new Set([...first.keys(), ...second.keys()])].sort()
  const different = names.filter((name) => first.get(name) !== second.get(name))
  for (const name of names.filter((one) => !one.startsWith('folder/')))
    say(`  ${different.includes(name) ? 'differs' : 'same   '}  ${first.get(name)}  ${name}`)
  for (const name of different) say(`Differs: ${name}`)
  say(`Two builds: ${names.length - different.length} of ${names.length} files are the same`)
  return different.length === 0 ? 0 : 1
}
