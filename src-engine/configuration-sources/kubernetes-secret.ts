import { base64, utf8 } from '@scure/base'

/** A value of a Secret of Kubernetes, which has base64; any other text stays as it is. */
export function decodedValue(value: string): string {
  try {
    return utf8.encode(base64.decode(value)).trim()
  } catch {
    return value
  }
}

/** An object with its data decoded where it is a Secret of Kubernetes. */
export function withDecodedData(json: object): object {
  const { data, kind } = json as { readonly data?: unknown; readonly kind?: unknown }
  if (kind !== 'Secret' || typeof data !== 'object' || data === null) return json
  const values = Object.entries(data).map(([name, value]: readonly [string, unknown]) => [
    name,
    typeof value === 'string' ? decodedValue(value) : value,
  ])
  return { ...json, data: Object.fromEntries(values) as unknown }
}
