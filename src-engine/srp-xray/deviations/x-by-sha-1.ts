import { sha1 } from '@noble/hashes/legacy.js'
import { integerFromBytes, pad } from '../../srp/pad.ts'
import { poolName } from '../../srp/pool-name.ts'
import { joined } from '../recipe.ts'
import { defineDeviation } from '../deviation.ts'

export const xBySha1 = defineDeviation({
  id: 'x-by-sha-1',
  title: 'x is hashed by SHA-1',
  rule: 'Every hash of Cognito’s SRP is SHA-256',
  changes: {
    x: ({ password, userId, userPoolId }, salt) =>
      integerFromBytes(
        sha1(joined(pad(salt), sha1(joined(`${poolName(userPoolId)}${userId}:${password}`)))),
      ),
  },
})
