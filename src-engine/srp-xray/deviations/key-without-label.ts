import { pad } from '../../srp/pad.ts'
import { derivedKey } from '../recipe.ts'
import { defineDeviation } from '../deviation.ts'

export const keyWithoutLabel = defineDeviation({
  id: 'key-without-label',
  title: 'K is derived without a label',
  rule: 'The info of HKDF is “Caldera Derived Key”',
  changes: { key: (S, u) => derivedKey(pad(S), pad(u), '') },
})
