import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { writePrivatePieces } from '#main/private-files/write-private-file.ts'
import type { ExportedFile } from './exported-file.ts'

const prefix = 'authscope-drag-'

/** Milliseconds after which whatever a file was dropped on has read it. */
const readWithin = 10 * 60_000

/** Redacted files that are dragged out of the window: each is there only until it was dropped. */
export interface DraggedFiles {
  /** Writes a file into a folder that only this user can open. @returns its path */
  readonly write: (file: Pick<ExportedFile, 'name' | 'pieces'>) => Promise<string>
  /** Removes what is left. */
  readonly clear: () => Promise<void>
}

/** @param folder for temporary files, as of the system */
export function createDraggedFiles(folder: string): DraggedFiles {
  const folders = new Set<string>()
  let tidied = false
  const remove = async (path: string): Promise<void> => {
    folders.delete(path)
    await rm(path, { recursive: true, force: true })
  }
  return {
    write: async ({ name, pieces }) => {
      if (!tidied) await removeLeftovers(folder)
      tidied = true
      const own = await mkdtemp(join(folder, prefix))
      folders.add(own)
      const path = join(own, name)
      try {
        await writePrivatePieces(path, pieces)
      } catch (error) {
        await remove(own).catch(() => undefined)
        throw error
      }
      setTimeout(() => void remove(own).catch(() => undefined), readWithin).unref()
      return path
    },
    clear: async () => {
      await Promise.all([...folders].map((path) => remove(path).catch(() => undefined)))
    },
  }
}

/** What an Authscope that ended early has left, once it is too old to be another one's. */
async function removeLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names.filter((one) => one.startsWith(prefix))) {
    const path = join(folder, name)
    try {
      if (Date.now() - (await stat(path)).mtimeMs > 2 * readWithin)
        await rm(path, { recursive: true, force: true })
    } catch {
      // Another user's, or gone already.
    }
  }
}
