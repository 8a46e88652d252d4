import { base64 } from '@scure/base'
import { poolName } from '../../srp/pool-name.ts'
import { joined } from '../recipe.ts'
import { defineDeviation } from '../deviation.ts'

export const messageTimestampFirst = defineDeviation({
  id: 'message-timestamp-first',
  title: 'TIMESTAMP comes before the secret block in the message',
  rule: 'message = pool name, user ID, secret block, TIMESTAMP',
  changes: {
    message: ({ secretBlock, timestamp, userId, userPoolId }) =>
      joined(poolName(userPoolId), userId, timestamp, base64.decode(secretBlock)),
  },
})
