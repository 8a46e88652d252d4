import { defineFlow } from '../define-flow.ts'
import { usernameField } from '../field.ts'
import { getTokensFromRefreshToken as operation } from '../operations/get-tokens-from-refresh-token.ts'
import { refreshesWithMetadata } from '../trigger-sequence.ts'
import { refreshFields } from './refresh-token-auth.ts'

const refusedAsAdmin =
  'GetTokensFromRefreshToken is for app clients: administrators have no such operation, so nothing is sent. Call as the client.'

export const getTokensFromRefreshToken = defineFlow({
  name: operation.name,
  title: 'Refresh token, with or without rotation',
  why: 'Exchanges a refresh token for new tokens with a separate operation, with or without rotation. Rotation also returns a new refresh token, and the old one becomes invalid after the grace period.',
  automatic: [],
  fields: [
    { ...refreshFields.token, member: 'RefreshToken' },
    { ...refreshFields.deviceKey, member: 'DeviceKey' },
    {
      ...usernameField,
      required: false,
      sent: false,
      help: 'Not sent: selects whose last refresh token is used. The client secret itself is sent, so no name is hashed.',
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
