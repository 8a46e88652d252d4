import { defineFlow } from '../define-flow.ts'
import { usernameField } from '../field.ts'
import { getTokensFromRefreshToken as operation } from '../operations/get-tokens-from-refresh-token.ts'
import { refreshesWithMetadata } from '../trigger-sequence.ts'
import { refreshFields } from './refresh-token-auth.ts'

const refusedAsAdmin =
  'GetTokensFromRefreshToken is an app client’s: an administrator has no such operation, so nothing is sent. Call as the client.'

export const getTokensFromRefreshToken = defineFlow({
  name: operation.name,
  title: 'Refresh token, also with rotation',
  why: 'Trades a refresh token for new tokens by an operation of its own, with rotation and without. With rotation a new refresh token comes, too, and the old one dies after the grace period.',
  fields: [
    { ...refreshFields.token, member: 'RefreshToken' },
    { ...refreshFields.deviceKey, member: 'DeviceKey' },
    {
      ...usernameField,
      required: false,
      sent: false,
      help: 'Not sent: says whose refresh token of the last sign-in is taken. The client secret goes along itself, so no name is hashed.',
    },
  ],
  computed: [],
  operation,
  refusedAsAdmin,
  triggers: () => refreshesWithMetadata,
  parameters: ({ asAdmin, inputs }) =>
    asAdmin
      ? { missing: refusedAsAdmin }
      : {
          values: {
            RefreshToken: inputs['REFRESH_TOKEN'] ?? '',
            DeviceKey: inputs['DEVICE_KEY'] ?? '',
          },
          shown: [],
        },
  hashName: () => '',
})
