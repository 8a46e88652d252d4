import { poolName } from '../../srp/pool-name.ts'
import { exponent, unsigned } from '../recipe.ts'
import { defineDeviation } from '../deviation.ts'

export const saltUnsigned = defineDeviation({
  id: 'salt-unsigned',
  title: 'x is hashed over the salt without its sign byte',
  rule: 'x = SHA-256(pad(salt), …): a salt that begins with 80 or more has a byte 00 before it',
  changes: {
    x: ({ password, userId, userPoolId }, salt) =>
      exponent(unsigned(salt), `${poolName(userPoolId)}${userId}:${password}`),
  },
})
