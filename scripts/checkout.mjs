// Where this checkout is, and what its package.json says.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder that contains package.json, looked for upwards: bundles in out/ read this file too. */
export const checkout = findCheckout(import.meta.dirname)

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

function findCheckout(folder) {
  if (readJson(join(folder, 'package.json'))?.name === 'authscope') return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error('the scripts lie outside the checkout of authscope')
  return findCheckout(parent)
}
