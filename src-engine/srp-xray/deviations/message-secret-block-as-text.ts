import { poolName } from '../../srp/pool-name.ts'
import { joined } from '../recipe.ts'
import { defineDeviation } from '../deviation.ts'

export const messageSecretBlockAsText = defineDeviation({
  id: 'message-secret-block-as-text',
  title: 'The secret block is in the message as base64',
  rule: 'The message holds the decoded bytes of SECRET_BLOCK',
  changes: {
    message: ({ secretBlock, timestamp, userId, userPoolId }) =>
      joined(poolName(userPoolId), userId, secretBlock, timestamp),
  },
})
