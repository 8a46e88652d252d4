import { z } from 'zod'
import { settingList, type Settings } from './index.ts'
import type { Setting } from './setting.ts'

/** Modifiers and a key as Electron writes them, or nothing. */
const accelerator = /^(?:(?:(?:CmdOrCtrl|Alt|Shift)\+)*[^\s+]{1,16})?$/

function schemaOf(setting: Setting): z.ZodType {
  switch (setting.kind) {
    case 'choice':
      return z.enum(setting.choices.map(({ value }) => value))
    case 'keys':
      return z.record(z.string().max(64), z.string().regex(accelerator))
    case 'number':
      return z.number().int().min(setting.min).max(setting.max)
    case 'switch':
      return z.boolean()
    case 'text':
      return z
        .string()
        .max(4096)
        .refine((text) => setting.validate(text) === undefined)
  }
}

const shape = Object.fromEntries(settingList.map((setting) => [setting.key, schemaOf(setting)]))

/** Every setting, as it crosses the contract. */
export const settings = z.object(shape) as unknown as z.ZodObject<{
  [K in keyof Settings]: z.ZodType<Settings[K]>
}>

/** Settings as a file contains them: one that is missing or wrong has its default, the rest stays. */
export const settingsInFile = z.object(
  Object.fromEntries(
    settingList.map(({ key, default: value }) => [key, shape[key]?.catch(value) ?? z.unknown()]),
  ),
) as unknown as z.ZodType<Settings>
