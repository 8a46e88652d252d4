import { defineOperation } from '../define-operation.ts'
import { accessTokenMember } from '../operation-fields.ts'

export const setUserSettings = defineOperation({
  name: 'SetUserSettings',
  title: 'Turn on text messages (old)',
  why: 'The older way to turn on SMS MFA; SetUserMFAPreference has replaced it, and supports the other factors.',
  group: 'Factors',
  authorised: 'access token',
  fields: [
    {
      name: 'MFAOptions',
      label: 'MFA options',
      control: 'pairs',
      pair: ['AttributeName', 'DeliveryMedium'],
      sensitivity: 'public',
      required: false,
      sent: true,
      help: 'phone_number with SMS; no rows turn it off.',
    },
    accessTokenMember,
  ],
  effects: [],
  done: 'Settings changed.',
})
