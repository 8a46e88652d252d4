import { shownDateAndTime } from './time.ts'

/** A member of settings as it was read: its name, and its value as JSON (or any other text). */
export interface SettingMember {
  readonly name: string
  readonly value: string
}

/** A member as people read it: a text, its own members, or a list of things with members. */
export type ShownSetting =
  | { readonly name: string; readonly text: string; readonly raw?: string }
  | { readonly name: string; readonly members: readonly ShownSetting[] }
  | {
      readonly name: string
      readonly items: readonly {
        readonly name: string
        readonly members: readonly ShownSetting[]
      }[]
    }

/** Members with their JSON taken apart, and their dates as the person's locale writes them. */
export const shownSettings = (members: readonly SettingMember[]): readonly ShownSetting[] =>
  members.map(({ name, value }) => shownSetting(name, valueOf(value)))

/** All members of a part as one JSON object, with the values as they were read. */
export const settingsAsJson = (members: readonly SettingMember[]): string =>
  JSON.stringify(
    Object.fromEntries(members.map(({ name, value }) => [name, valueOf(value)])),
    undefined,
    2,
  )

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function shownSetting(name: string, value: unknown): ShownSetting {
  if (Array.isArray(value) && value.some((item) => typeof item === 'object' && item !== null))
    return { name, items: value.map(shownItem) }
  if (isObject(value) && Object.keys(value).length > 0) return { name, members: membersOf(value) }
  const instant = instantOf(name, value)
  if (instant !== undefined)
    return { name, text: shownDateAndTime(instant), raw: JSON.stringify(value) }
  return { name, text: textOf(value) }
}

const membersOf = (value: Readonly<Record<string, unknown>>): readonly ShownSetting[] =>
  Object.entries(value).map(([member, inner]) => shownSetting(member, inner))

/** An item is called by its own name where it has one, and by its number otherwise. */
function shownItem(item: unknown, index: number) {
  if (!isObject(item)) return { name: String(index + 1), members: [shownSetting('Value', item)] }
  const { Name: own, ...others } = item
  return typeof own === 'string' && own !== ''
    ? { name: own, members: membersOf(others) }
    : { name: String(index + 1), members: membersOf(item) }
}

/** Cognito writes dates as seconds since 1970; in some answers they are texts. */
function instantOf(name: string, value: unknown): number | undefined {
  if (!name.endsWith('Date')) return undefined
  const instant =
    typeof value === 'number' ? value * 1000 : typeof value === 'string' ? Date.parse(value) : NaN
  return Math.abs(instant) <= 8.64e15 ? instant : undefined
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(textOf).join(', ')
  if (isObject(value)) return 'none'
  if (value === '') return 'empty'
  return typeof value === 'string' ? value : JSON.stringify(value)
}
