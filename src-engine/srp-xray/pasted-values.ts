import { hexToBytes } from '@noble/hashes/utils.js'
import { base64 } from '@scure/base'
import { integerFromBytes } from '../srp/pad.ts'

/** The values of a computation that a person may paste, in the order of the computation. */
export const valueNames = [
  'userPoolId',
  'userId',
  'typed',
  'password',
  'salt',
  'a',
  'A',
  'B',
  'k',
  'u',
  'x',
  'S',
  'K',
  'secretBlock',
  'timestamp',
  'message',
  'signature',
] as const
export type ValueName = (typeof valueNames)[number]

/** Texts by the name of their value, as they were pasted. */
export type PastedValues = Readonly<Partial<Record<ValueName, string>>>

/** What people and clients call them besides. */
const otherNames: Readonly<Record<string, ValueName>> = {
  poolid: 'userPoolId',
  poolname: 'userPoolId',
  group: 'userPoolId',
  user_id_for_srp: 'userId',
  username: 'userId',
  name: 'userId',
  alias: 'typed',
  srp_a: 'A',
  srp_b: 'B',
  secret_block: 'secretBlock',
  password_claim_secret_block: 'secretBlock',
  password_claim_signature: 'signature',
  key: 'K',
  hkdf: 'K',
}

/** Reads a JSON object, or lines such as `u = 3fa0…`. `unknown`: the lines that name no value. */
export function readPastedValues(text: string): {
  readonly values: PastedValues
  readonly unknown: readonly string[]
} {
  const pairs = jsonPairs(text) ?? linePairs(text)
  const values: Partial<Record<ValueName, string>> = {}
  const unknown: string[] = []
  for (const [name, value] of pairs) {
    const known =
      valueNames.find((one) => one === name) ??
      otherNames[name.toLowerCase()] ??
      valueNames.find((one) => one.length > 1 && one.toLowerCase() === name.toLowerCase())
    if (known) values[known] = value
    else unknown.push(name)
  }
  return { values, unknown }
}

function jsonPairs(text: string): readonly (readonly [string, string])[] | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null) return undefined
    return Object.entries(value).flatMap(([name, one]) =>
      typeof one === 'string' ? [[name, one] as const] : [],
    )
  } catch {
    return undefined
  }
}

const linePairs = (text: string): readonly (readonly [string, string])[] =>
  text.split(/\r?\n/).flatMap((line) => {
    const [, name = '', value = ''] = /^\s*"?(\w+)"?\s*[=:]\s*(.*?)\s*,?\s*$/.exec(line) ?? []
    return name === '' ? [] : [[name, value.replace(/^"(.*)"$/, '$1')] as const]
  })

/**
 * Every number that a text may stand for: hex, decimal or base64. A text of digits alone may be
 * hex or decimal, so that a check tries both.
 */
export function numbersIn(text: string): readonly bigint[] {
  const compact = text.replaceAll(/\s/g, '')
  if (/^0x[0-9a-f]+$/i.test(compact)) return [BigInt(compact)]
  const found: bigint[] = []
  if (/^[0-9a-f]+$/i.test(compact)) found.push(BigInt(`0x${compact}`))
  if (/^\d+$/.test(compact)) found.push(BigInt(compact))
  const bytes = fromBase64(compact)
  return bytes ? [...found, integerFromBytes(bytes)] : found
}

/** Every sequence of bytes that a text may stand for: hex, base64, or the text itself. */
export function bytesIn(text: string): readonly Uint8Array[] {
  const compact = text.replaceAll(/\s/g, '')
  const hex = /^([0-9a-f]{2})+$/i.test(compact) ? [hexToBytes(compact)] : []
  const bytes = fromBase64(compact)
  return bytes ? [...hex, bytes] : hex
}

function fromBase64(text: string): Uint8Array | undefined {
  try {
    return text === '' ? undefined : base64.decode(text)
  } catch {
    return undefined
  }
}
