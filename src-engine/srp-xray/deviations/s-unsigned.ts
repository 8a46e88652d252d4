import { pad } from '../../srp/pad.ts'
import { derivedKey, unsigned } from '../recipe.ts'
import { defineDeviation } from '../deviation.ts'

export const sUnsigned = defineDeviation({
  id: 's-unsigned',
  title: 'K is derived from S without its sign byte',
  rule: 'HKDF takes pad(S): if its first bit is set, a byte 00 precedes it',
  changes: { key: (S, u) => derivedKey(unsigned(S), pad(u)) },
})
