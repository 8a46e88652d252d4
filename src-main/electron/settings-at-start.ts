import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import { startValues, type SettingsAtStart } from './start-values.ts'

/**
 * Reads what is needed before the window opens from `settings.json`. The whole file is checked
 * afterwards, while the window loads: its schema takes longer to load than the window to open.
 */
export function settingsAtStart(): SettingsAtStart {
  try {
    return startValues(readFileSync(join(app.getPath('userData'), 'settings.json'), 'utf8'))
  } catch {
    return startValues('{}')
  }
}
