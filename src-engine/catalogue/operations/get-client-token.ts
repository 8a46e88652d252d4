import { defineOperation } from '../define-operation.ts'

export const getClientToken = defineOperation({
  name: 'GetClientToken',
  title: 'Get a token for the app client',
  why: 'Issues an access token for the app client itself, without a user, for machine-to-machine calls. The client needs a secret and ALLOW_CLIENT_TOKEN_AUTH as its only flow.',
  group: 'Sessions and tokens',
  authorised: 'client credentials',
  fields: [
    {
      name: 'Scopes',
      label: 'Scopes',
      control: 'names',
      sensitivity: 'public',
      required: false,
      sent: true,
      help: 'Custom scopes, separated by commas or spaces: solar-system-data/asteroids.add. Empty asks for all that the app client may have.',
    },
  ],
  effects: [],
  metadata: 'Reaches PreTokenGeneration (V3_0) as clientMetadata.',
  done: 'Token issued.',
})
