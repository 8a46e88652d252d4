import { base64 } from '@scure/base'
import { poolName } from '../../srp/pool-name.ts'
import { joined } from '../recipe.ts'
import { defineDeviation } from '../deviation.ts'

export const messageAlias = defineDeviation({
  id: 'message-alias',
  title: 'The typed name is in the message',
  rule: 'The name in the message is USER_ID_FOR_SRP of the challenge, not the alias',
  changes: {
    message: ({ secretBlock, timestamp, typed, userPoolId }) =>
      joined(poolName(userPoolId), typed, base64.decode(secretBlock), timestamp),
  },
})
