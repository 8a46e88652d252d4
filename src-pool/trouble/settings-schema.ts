import { z } from 'zod'
import { troubles } from './index.ts'
import type { Setting, SettingValue, Trouble } from './trouble.ts'

function settingSchema(setting: Setting): z.ZodType<SettingValue> {
  switch (setting.kind) {
    case 'number':
      return z.number().int().min(setting.least).max(setting.most).default(setting.usual)
    case 'flag':
      return z.boolean().default(setting.usual)
    case 'operations':
      return z.array(z.string().regex(/^[A-Za-z]{1,80}$/)).default([...setting.usual])
  }
}

/** The settings of a trouble; what is left out is as usual. */
export const settingsSchema = ({ settings }: Trouble) =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(settings).map(([name, setting]) => [name, settingSchema(setting)]),
    ),
  )

/** The troubles of a configuration file by name: those named are on. */
export const troublesSchema = z.strictObject(
  Object.fromEntries(troubles.map((one) => [one.name, settingsSchema(one).optional()])),
)
