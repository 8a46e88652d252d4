import { z } from 'zod'
import { defaultSettings } from '#contract/settings/index.ts'
import { redactionProfileSchema } from '#contract/redaction.ts'
import { settingsInFile } from '#contract/settings/settings-schema.ts'

/** Where the window was; absent before it was first moved. */
const windowPlace = z.object({
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
  maximised: z.boolean(),
})
export type WindowPlace = z.output<typeof windowPlace>

/** The version of `settings.json`. */
export const settingsVersion = 1

/** What `settings.json` contains. No secret, sealed or not, so that it can be edited and deleted. */
export const settingsFile = z.object({
  settings: settingsInFile,
  window: windowPlace.optional(),
  lastProfileId: z.string().optional(),
  redactionProfiles: z.array(redactionProfileSchema).optional(),
})
export type SettingsFile = z.output<typeof settingsFile>

/** The file of an application that never ran. */
export const emptySettingsFile: SettingsFile = { settings: defaultSettings }
