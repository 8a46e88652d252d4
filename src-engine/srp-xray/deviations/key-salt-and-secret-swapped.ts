import { pad } from '../../srp/pad.ts'
import { derivedKey } from '../recipe.ts'
import { defineDeviation } from '../deviation.ts'

export const keySaltAndSecretSwapped = defineDeviation({
  id: 'key-salt-and-secret-swapped',
  title: 'HKDF takes u as the secret and S as the salt',
  rule: 'S is what HKDF extracts from, u is its salt',
  changes: { key: (S, u) => derivedKey(pad(u), pad(S)) },
})
