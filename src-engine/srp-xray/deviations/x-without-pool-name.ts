import { pad } from '../../srp/pad.ts'
import { exponent } from '../recipe.ts'
import { defineDeviation } from '../deviation.ts'

export const xWithoutPoolName = defineDeviation({
  id: 'x-without-pool-name',
  title: 'x is hashed without the name of the pool',
  rule: 'x = SHA-256(pad(salt), SHA-256(pool name, user ID, “:”, password))',
  changes: { x: ({ password, userId }, salt) => exponent(pad(salt), `${userId}:${password}`) },
})
