import { pad } from '../../srp/pad.ts'
import { derivedKey } from '../recipe.ts'
import { defineDeviation } from '../deviation.ts'

export const keyOf32Bytes = defineDeviation({
  id: 'key-of-32-bytes',
  title: 'K has 32 bytes',
  rule: 'K is the first 16 bytes of HKDF',
  changes: { key: (S, u) => derivedKey(pad(S), pad(u), 'Caldera Derived Key', 32) },
})
