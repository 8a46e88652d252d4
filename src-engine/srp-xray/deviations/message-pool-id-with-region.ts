import { base64 } from '@scure/base'
import { joined } from '../recipe.ts'
import { defineDeviation } from '../deviation.ts'

export const messagePoolIdWithRegion = defineDeviation({
  id: 'message-pool-id-with-region',
  title: 'The complete pool ID is in the message, with its region',
  rule: 'The name of the pool is the part of its ID after the first “_”',
  changes: {
    message: ({ secretBlock, timestamp, userId, userPoolId }) =>
      joined(userPoolId, userId, base64.decode(secretBlock), timestamp),
  },
})
