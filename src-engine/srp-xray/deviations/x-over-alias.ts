import { pad } from '../../srp/pad.ts'
import { poolName } from '../../srp/pool-name.ts'
import { exponent } from '../recipe.ts'
import { defineDeviation } from '../deviation.ts'

export const xOverAlias = defineDeviation({
  id: 'x-over-alias',
  title: 'x is hashed over the name that was typed',
  rule: 'The name in x is USER_ID_FOR_SRP of the challenge, not the alias',
  changes: {
    x: ({ password, typed, userPoolId }, salt) =>
      exponent(pad(salt), `${poolName(userPoolId)}${typed}:${password}`),
  },
})
