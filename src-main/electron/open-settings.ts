import { join } from 'node:path'
import { openDocument, type Document } from '#main/settings/document.ts'
import {
  emptySettingsFile,
  settingsFile,
  settingsVersion,
  type SettingsFile,
} from '#main/settings/settings.ts'
import { storeFile } from './store-file.ts'

/** Opens `settings.json` in the folder of the user's data. */
export const openSettings = (folder: string): Document<SettingsFile> =>
  openDocument({
    path: join(folder, 'settings.json'),
    version: settingsVersion,
    schema: settingsFile,
    empty: emptySettingsFile,
    write: storeFile,
    now: Date.now,
  })
