/** A JSON object as a document of the API takes it. */
export type JsonDocument = Readonly<Record<string, unknown>>

/** Reads a JSON object; undefined for anything else. */
export function readJsonDocument(text: string): JsonDocument | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as JsonDocument)
      : undefined
  } catch {
    return undefined
  }
}

/** Whether a text is a JSON object. */
export const isJsonObject = (text: string): boolean => readJsonDocument(text) !== undefined
