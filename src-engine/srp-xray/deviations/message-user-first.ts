import { base64 } from '@scure/base'
import { poolName } from '../../srp/pool-name.ts'
import { joined } from '../recipe.ts'
import { defineDeviation } from '../deviation.ts'

export const messageUserFirst = defineDeviation({
  id: 'message-user-first',
  title: 'The user ID comes before the pool’s name in the message',
  rule: 'message = pool name, user ID, secret block, TIMESTAMP',
  changes: {
    message: ({ secretBlock, timestamp, userId, userPoolId }) =>
      joined(userId, poolName(userPoolId), base64.decode(secretBlock), timestamp),
  },
})
