import { defineOperation } from '../define-operation.ts'
import { deviceKeyMember, refreshTokenMember } from '../operation-fields.ts'

export const getTokensFromRefreshToken = defineOperation({
  name: 'GetTokensFromRefreshToken',
  title: 'New tokens from a refresh token',
  why: 'Exchanges a refresh token for new tokens. With rotation this is the only way, and the old refresh token becomes invalid after its grace period.',
  group: 'Sessions and tokens',
  authorised: 'client secret',
  fields: [refreshTokenMember('RefreshToken'), deviceKeyMember(false)],
  effects: [
    {
      kind: 'cannot be undone',
      text: 'With rotation, the refresh token can be used only once.',
    },
  ],
  metadata: 'Reaches PreTokenGeneration as clientMetadata, unlike that of REFRESH_TOKEN_AUTH.',
  done: 'Tokens returned.',
})
