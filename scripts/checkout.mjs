// Where this checkout is, and what its package.json says.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json. */
export const checkout = dirname(dirname(fileURLToPath(import.meta.url)))

/** A path inside the checkout. */
export function inCheckout(...parts) {
  return join(checkout, ...parts)
}

/** Reads a JSON file, or gives undefined where there is none that can be read. */
export function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}
