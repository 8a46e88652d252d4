import { hexToBytes } from '@noble/hashes/utils.js'
import { base64 } from '@scure/base'
import { visit } from 'jsonc-parser'
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
  } catch {
    return undefined
  }
  const pairs: (readonly [string, string])[] = []
  let name = ''
  // Read by its text, since a number of 3,072 bits is rounded when it is parsed.
  visit(text, {
    onObjectProperty: (property) => {
      name = property
    },
    onLiteralValue: (value, offset, length) => {
      if (typeof value === 'string') pairs.push([name, value])
      else if (typeof value === 'number')
        pairs.push([name, hexOfDecimal(text.slice(offset, offset + length))])
    },
  })
  return pairs
}

/** A number of JSON is decimal, whatever its length. */
const hexOfDecimal = (text: string): string =>
  /^\d+$/.test(text) ? `0x${BigInt(text).toString(16)}` : text

const linePairs = (text: string): readonly (readonly [string, string])[] =>
  text.split(/\r?\n/).flatMap((line) => {
    const [, name = '', value = ''] = /^\s*["']?(\w+)["']?\s*[=:]\s*(.*?)\s*,?\s*$/.exec(line) ?? []
    return name === '' ? [] : [[name, value.replace(/^(["'])(.*)\1$/, '$2')] as const]
  })

/** More digits than a salt has in hex: so many without a letter are a decimal number. */
const mostHexDigitsWithoutLetter = 32

/**
 * Every number that a text may stand for, the likeliest first: hex, decimal or base64. A text of
 * digits alone may be hex or decimal, so that a check tries both.
 */
export function numbersIn(text: string): readonly bigint[] {
  const compact = compactOf(text)
  if (/^0x[0-9a-f]+$/i.test(compact)) return [BigInt(compact)]
  const found: bigint[] = []
  if (/^[0-9a-f]+$/i.test(compact)) found.push(BigInt(`0x${compact}`))
  if (/^\d+$/.test(compact)) found.push(BigInt(compact))
  if (compact.length > mostHexDigitsWithoutLetter) found.reverse()
  const bytes = fromBase64(compact)
  return bytes ? [...found, integerFromBytes(bytes)] : found
}

/** Every sequence of bytes that a text may stand for: hex or base64. */
export function bytesIn(text: string): readonly Uint8Array[] {
  const compact = compactOf(text).replace(/^0x/i, '')
  const hex = /^([0-9a-f]{2})+$/i.test(compact) ? [hexToBytes(compact)] : []
  const bytes = fromBase64(compact)
  return bytes ? [...hex, bytes] : hex
}

/** Without whitespace, and without the colons that OpenSSL writes between bytes. */
function compactOf(text: string): string {
  const compact = text.replaceAll(/\s/g, '')
  return /^(?:[0-9a-f]{2}:)+[0-9a-f]{2}$/i.test(compact) ? compact.replaceAll(':', '') : compact
}

function fromBase64(text: string): Uint8Array | undefined {
  try {
    return text === '' ? undefined : base64.decode(text)
  } catch {
    return undefined
  }
}
