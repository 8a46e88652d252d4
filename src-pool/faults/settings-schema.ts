import { z } from 'zod/mini'
import { faults } from './index.ts'
import type { Setting, SettingValue, Fault } from './fault.ts'

function settingSchema(setting: Setting): z.ZodMiniType<SettingValue> {
  switch (setting.kind) {
    case 'number':
      return z._default(
        z.number().check(z.int(), z.minimum(setting.min), z.maximum(setting.max)),
        setting.defaultValue,
      )
    case 'flag':
      return z._default(z.boolean(), setting.defaultValue)
    case 'operations':
      return z._default(
        z.array(
          z.string().check(z.regex(/^[A-Za-z]{1,80}$/, 'must be letters, as in InitiateAuth')),
        ),
        [...setting.defaultValue],
      )
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
  Object.fromEntries(faults.map((one) => [one.name, z.optional(settingsSchema(one))])),
)
