import { revealText } from '../../secret/secret.ts'
import { defineFlow, type Flow } from '../define-flow.ts'
import { validateToken, usernameField, type Field } from '../field.ts'
import { refreshes } from '../trigger-sequence.ts'

/** What a refresh is made with, by whichever operation. */
export const refreshFields: Readonly<Record<'token' | 'deviceKey', Field>> = {
  token: {
    name: 'REFRESH_TOKEN',
    label: 'Refresh token',
    control: 'password',
    sensitivity: 'secret',
    secretKind: 'refresh token',
    required: true,
    sent: true,
    help: 'The five-part string from an earlier sign-in to this app client.',
    validationError: validateToken,
  },
  deviceKey: {
    name: 'DEVICE_KEY',
    label: 'Device key',
    control: 'text',
    sensitivity: 'personal',
    required: false,
    sent: true,
    help: 'Needed when the pool tracks devices and the token was issued to one.',
  },
}

const refresh: Omit<Flow, 'name' | 'title'> = {
  why: 'Exchanges a refresh token for a new ID token and access token. Refused when refresh token rotation is on; then use GetTokensFromRefreshToken.',
  appClientFlag: 'ALLOW_REFRESH_TOKEN_AUTH',
  automatic: [],
  fields: [
    refreshFields.token,
    refreshFields.deviceKey,
    {
      ...usernameField,
      required: false,
      sent: false,
      label: 'Real username',
      help: 'Not sent. With a client secret, SECRET_HASH is computed over it: the username in the tokens (the sub in an email or phone pool), never an alias.',
      withoutClientSecret: {
        label: usernameField.label,
        help: 'Not sent: selects whose last refresh token is used.',
      },
    },
  ],
  computed: [],
  triggers: () => refreshes,
  parameters: ({ inputs: { USERNAME: _onlyForTheHash, ...sent } }) => ({ values: sent, shown: [] }),
  hashName: (inputs) => revealText(inputs['USERNAME'] ?? ''),
}

export const refreshTokenAuth = defineFlow({
  ...refresh,
  name: 'REFRESH_TOKEN_AUTH',
  title: 'Refresh token',
})

/** The older name of the same flow; the service treats both alike. */
export const refreshToken = defineFlow({
  ...refresh,
  name: 'REFRESH_TOKEN',
  title: 'Refresh token (alias)',
})
