import { BridgeError } from '#contract/failure.ts'
import type { PracticeFault } from '#contract/routes/practice.ts'
import type { ActiveFaults } from '#pool/faults/active-faults.ts'
import type { Fault, SettingValues } from '#pool/faults/fault.ts'
import { settingsSchema } from '#pool/faults/settings-schema.ts'

/** Faults with its settings as they are now. */
export function shownFaults(
  faults: readonly Fault[],
  { list }: Pick<ActiveFaults, 'list'>,
): PracticeFault[] {
  const active = new Map(list().map((one) => [one.name, one]))
  return faults.map(({ imitates, name, settings, title }) => {
    const now = active.get(name)
    return {
      name,
      title,
      imitates,
      active: now !== undefined,
      hits: now?.hits ?? 0,
      settings: Object.entries(settings).map(([key, setting]) => {
        const value = now?.settings[key] ?? setting.defaultValue
        return {
          name: key,
          title: setting.title,
          kind: setting.kind,
          unit: ('unit' in setting ? setting.unit : undefined) ?? '',
          value: typeof value === 'object' ? [...value] : value,
        }
      }),
    }
  })
}

/**
 * Turns a fault on as a person has set it.
 * @throws BridgeError `practice-setting` with a sentence about the value that does not fit
 */
export function turnOnFault(
  faults: readonly Fault[],
  active: ActiveFaults,
  name: string,
  settings: SettingValues,
): void {
  const fault = faults.find((one) => one.name === name)
  const result = fault && settingsSchema(fault).safeParse(settings)
  if (result?.success) {
    active.turnOn(name, result.data)
    return
  }
  const issue = result?.error.issues[0]
  const setting = fault?.settings[String(issue?.path[0])]
  throw new BridgeError(
    'practice-setting',
    setting && 'min' in setting
      ? `“${setting.title}” takes a whole number from ${String(setting.min)} to ${String(setting.max)}.`
      : 'Operation names consist of letters, as in InitiateAuth, separated by commas.',
  )
}
