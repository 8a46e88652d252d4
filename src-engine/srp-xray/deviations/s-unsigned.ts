import { pad } from '../../srp/pad.ts'
import { derivedKey, unsigned } from '../recipe.ts'
import { defineDeviation } from '../deviation.ts'

export const sUnsigned = defineDeviation({
  id: 's-unsigned',
  title: 'K is derived from S without its sign byte',
  rule: 'HKDF takes pad(S): where its first bit is set, a byte 00 stands before it',
  changes: { key: (S, u) => derivedKey(unsigned(S), pad(u)) },
})
