import { parse } from 'jsonc-parser'
import { nestsTooDeep } from '../json/nesting.ts'

/** A parsed JSON object of foreign origin. Read its members through {@link member}. */
export type JsonObject = Readonly<Record<string, unknown>>

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** An own member; what the prototype has by the same name does not count. */
export const member = (object: unknown, name: string): unknown =>
  isJsonObject(object) && Object.hasOwn(object, name) ? object[name] : undefined

/** An own member that is a text. */
export function textMember(object: unknown, name: string): string | undefined {
  const value = member(object, name)
  return typeof value === 'string' ? value : undefined
}

/** An own member that is a finite number. */
export function numberMember(object: unknown, name: string): number | undefined {
  const value = member(object, name)
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

/** An own member that is a list; else an empty one. */
export function listMember(object: unknown, name: string): readonly unknown[] {
  const value = member(object, name)
  return Array.isArray(value) ? (value as readonly unknown[]) : []
}

/** The object that a JSON text contains; nothing when it is not one. Never throws. */
export function parseJsonObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isJsonObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** What can be read of a JSON text that was cut or damaged. Never throws. */
export const parseTolerantly = (text: string): unknown =>
  nestsTooDeep(text) ? undefined : (parse(text) as unknown)
