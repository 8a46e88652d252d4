import { defineOperation } from '../define-operation.ts'
import { deviceKeyMember, refreshTokenMember } from '../operation-fields.ts'

export const getTokensFromRefreshToken = defineOperation({
  name: 'GetTokensFromRefreshToken',
  title: 'New tokens from a refresh token',
  why: 'Trades a refresh token for new tokens. Where rotation is on this is the only way, and the old refresh token is dead after its grace period.',
  group: 'Sessions and tokens',
  authorised: 'client secret',
  fields: [refreshTokenMember('RefreshToken'), deviceKeyMember(false)],
  effects: [
    {
      kind: 'cannot be undone',
      text: 'Where rotation is on, the refresh token that is sent is used up.',
    },
  ],
  metadata:
    'Reaches PreTokenGeneration as clientMetadata, which that of REFRESH_TOKEN_AUTH does not.',
  done: 'Tokens came.',
})
