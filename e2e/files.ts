import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Every file under a folder, whatever it is called, with its path. */
export async function filesUnder(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** A JSON file of the data folder. */
export const jsonIn = async (folder: string, name: string): Promise<unknown> =>
  JSON.parse(await readFile(join(folder, name), 'utf8'))

/** The names in the data folder that are the application's own, and not Chromium's. */
export async function ownFiles(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder)
  return names.filter((name) => /^(profiles|settings|vault|traces|authscope)\b/.test(name)).sort()
}
