import { pad } from '../../srp/pad.ts'
import { derivedKey, unsigned } from '../recipe.ts'
import { defineDeviation } from '../deviation.ts'

export const keySaltUnsigned = defineDeviation({
  id: 'key-salt-unsigned',
  title: 'K is derived with u without its sign byte',
  rule: 'The salt of HKDF is pad(u): if its first bit is set, a byte 00 precedes it',
  changes: { key: (S, u) => derivedKey(pad(S), unsigned(u)) },
})
