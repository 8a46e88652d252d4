import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { app } from 'electron'
import type { RedactionProfile } from '#engine/export/redaction-profile.ts'
import { settingsFile } from '#main/settings/settings.ts'

/** The redaction profiles that were saved in the window; none where it never ran. */
export async function readRedactionProfiles(): Promise<readonly RedactionProfile[]> {
  try {
    const text = await readFile(join(app.getPath('userData'), 'settings.json'), 'utf8')
    return settingsFile.parse(JSON.parse(text)).redactionProfiles ?? []
  } catch {
    return []
  }
}
