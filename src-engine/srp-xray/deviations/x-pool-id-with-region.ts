import { pad } from '../../srp/pad.ts'
import { exponent } from '../recipe.ts'
import { defineDeviation } from '../deviation.ts'

export const xPoolIdWithRegion = defineDeviation({
  id: 'x-pool-id-with-region',
  title: 'x is hashed over the whole pool ID, with its region',
  rule: 'The name of the pool is the part of its ID after the first “_”',
  changes: {
    x: ({ password, userId, userPoolId }, salt) =>
      exponent(pad(salt), `${userPoolId}${userId}:${password}`),
  },
})
