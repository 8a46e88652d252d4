import { randomBytes } from 'node:crypto'
import { readdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { isRunning } from './is-running.ts'

/** Names of what this process writes at present: one folder can have several paths. */
const inProgress = new Set<string>()

/** Beside the target: `NAME.PROCESS-RANDOM.part`. */
const ownForm = /^(.+)\.(\d+)-([0-9a-f]{8})\.part$/

/**
 * What a kill leaves of everything that writes into the data folder, by the names of its files and
 * folders. A name that a person could give, such as `vault.json.1764324000`, fits none.
 */
const leftoverForms: readonly ((name: string, folder: string) => boolean)[] = [
  isLeftPart,
  // Documents, by electron-store.
  (name) => /\.json\.tmp-\d{10}[0-9a-f]{6}$/.test(name),
  // The copy of a damaged history that is salvaged.
  (name) => /^traces-[0-9a-f]+\.db\.salvage$/.test(name),
  // Preferences, by Chromium, which may be writing them in this process by now.
  (name, folder) =>
    /^\.org\.chromium\.Chromium\.[0-9A-Za-z]{6}$/.test(name) &&
    isOlderThanProcess(join(folder, name)),
]

/** A path beside `path` to write to before a rename; `endTemporaryFile` ends its use. */
export function temporaryFile(path: string): string {
  const part = `${path}.${String(process.pid)}-${randomBytes(4).toString('hex')}.part`
  inProgress.add(basename(part))
  return part
}

/** Says that a temporary file has been renamed, or is no longer written, and removes what is left. */
export function endTemporaryFile(part: string): void {
  inProgress.delete(basename(part))
  rmSync(part, { force: true })
}

/** Removes what writers that were killed have left in the data folder. */
export function removeLeftovers(folder: string): void {
  remove(folder, (name) => leftoverForms.some((isLeftover) => isLeftover(name, folder)))
}

/** Removes what killed writers of this file have left beside it; files of other names stay. */
export function removeLeftPartsOf(path: string): void {
  const left = new Set(leftPartsOf(path).map((part) => basename(part)))
  remove(dirname(path), (name) => left.has(name))
}

/** What killed writers of this file have left beside it. */
export function leftPartsOf(path: string): readonly string[] {
  const folder = dirname(path)
  const target = basename(path)
  return namesIn(folder)
    .filter((name) => ownForm.exec(name)?.[1] === target && isLeftPart(name))
    .map((name) => join(folder, name))
}

/** The random part in the name of a temporary file. */
export const randomPartOf = (part: string): string => ownForm.exec(basename(part))?.[3] ?? ''

function remove(folder: string, isLeftover: (name: string) => boolean): void {
  for (const name of namesIn(folder).filter(isLeftover))
    try {
      rmSync(join(folder, name), { recursive: true, force: true })
    } catch {
      // A folder that is read-only is used as it is; what cannot be written is said when it is tried.
    }
}

/** A part that nobody writes any more, since the process in its name has ended. */
function isLeftPart(name: string): boolean {
  const writer = Number(ownForm.exec(name)?.[2])
  if (!Number.isSafeInteger(writer) || writer === 0) return false
  return writer === process.pid ? !inProgress.has(name) : !isRunning(writer)
}

function isOlderThanProcess(path: string): boolean {
  const changed = statSync(path, { throwIfNoEntry: false })?.mtimeMs
  return changed !== undefined && changed < Date.now() - process.uptime() * 1000
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
