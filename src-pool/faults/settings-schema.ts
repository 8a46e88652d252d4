import { z } from 'zod'
import { faults } from './index.ts'
import type { Setting, SettingValue, Fault } from './fault.ts'

function settingSchema(setting: Setting): z.ZodType<SettingValue> {
  switch (setting.kind) {
    case 'number':
      return z.number().int().min(setting.min).max(setting.max).default(setting.defaultValue)
    case 'flag':
      return z.boolean().default(setting.defaultValue)
    case 'operations':
      return z.array(z.string().regex(/^[A-Za-z]{1,80}$/)).default([...setting.defaultValue])
  }
}

/** The settings of a fault; what is left out has its default. */
export const settingsSchema = ({ settings }: Fault) =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(settings).map(([name, setting]) => [name, settingSchema(setting)]),
    ),
  )

/** The faults of a configuration file by name: those named are on. */
export const faultsSchema = z.strictObject(
  Object.fromEntries(faults.map((one) => [one.name, settingsSchema(one).optional()])),
)
