import type { PracticeFault } from '#contract/routes/practice.ts'

/** The settings of a fault as strings of fields, by name. */
export type FaultDraft = Readonly<Record<string, string>>

/** The settings of a fault as a person may edit them. */
export const draftOf = ({ settings }: PracticeFault): FaultDraft =>
  Object.fromEntries(
    settings.map(({ name, value }) => [
      name,
      typeof value === 'object' ? value.join(', ') : String(value),
    ]),
  )

type Value = number | boolean | string[]
/** The settings of a fault by name. */
export type FaultValues = Record<string, Value>

/** The settings that fields stand for; a number that was left empty is left out. */
export function settingsFrom({ settings }: PracticeFault, draft: FaultDraft): FaultValues {
  const values = settings.flatMap(({ kind, name }): (readonly [string, Value])[] => {
    const text = (draft[name] ?? '').trim()
    if (kind === 'operations') return [[name, text.split(/[\s,]+/).filter(Boolean)]]
    if (kind === 'flag') return [[name, text === 'true']]
    return text === '' ? [] : [[name, Number(text)]]
  })
  return Object.fromEntries(values)
}
