/** A JSON object of unknown members. */
export type JsonObject = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A text among the object’s own members. */
export function ownText(of: JsonObject, name: string): string | undefined {
  const value = Object.hasOwn(of, name) ? of[name] : undefined
  return typeof value === 'string' ? value : undefined
}

/** The object in a JSON text; an empty one where there is none. */
export function parsedObject(text: string | undefined): JsonObject {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return isObject(value) ? value : {}
  } catch {
    return {}
  }
}
