import { basename, dirname } from 'node:path'
import type { WriteFile } from '#main/settings/document.ts'

/**
 * Writes a document with electron-store, which replaces the file by a rename. Loaded with the first
 * write, since its schema compiler takes longer to load than the window takes to open.
 */
export const storeFile: WriteFile = async (path, value) => {
  const { default: Store } = await import('electron-store')
  const store = new Store({
    cwd: dirname(path),
    name: basename(path, '.json'),
    accessPropertiesByDotNotation: false,
    configFileMode: 0o600,
  })
  store.store = { ...value }
}
