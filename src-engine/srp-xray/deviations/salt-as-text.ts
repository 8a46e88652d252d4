import { utf8ToBytes } from '@noble/hashes/utils.js'
import { poolName } from '../../srp/pool-name.ts'
import { exponent } from '../recipe.ts'
import { defineDeviation } from '../deviation.ts'

export const saltAsText = defineDeviation({
  id: 'salt-as-text',
  title: 'x is hashed over the hex digits of the salt as text',
  rule: 'x = SHA-256(pad(salt), …) over the bytes of the salt',
  changes: {
    x: ({ password, userId, userPoolId }, salt) =>
      exponent(utf8ToBytes(salt.toString(16)), `${poolName(userPoolId)}${userId}:${password}`),
  },
})
