import { pad } from '../../srp/pad.ts'
import { poolName } from '../../srp/pool-name.ts'
import { exponent } from '../recipe.ts'
import { defineDeviation } from '../deviation.ts'

export const xWithoutColon = defineDeviation({
  id: 'x-without-colon',
  title: 'x is hashed without the colon before the password',
  rule: 'x = SHA-256(pad(salt), SHA-256(pool name, user ID, “:”, password))',
  changes: {
    x: ({ password, userId, userPoolId }, salt) =>
      exponent(pad(salt), `${poolName(userPoolId)}${userId}${password}`),
  },
})
