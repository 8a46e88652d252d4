import { defineOperation } from '../define-operation.ts'
import { accessTokenMember } from '../operation-fields.ts'

export const revokeUserSession = defineOperation({
  name: 'RevokeUserSession',
  title: 'End another session',
  why: 'Ends another sign-in of the user, as a list of devices with “sign out” would. The present one is ended by RevokeToken.',
  group: 'Sessions and tokens',
  authorised: 'access token',
  fields: [
    {
      name: 'SessionId',
      label: 'Session id',
      control: 'text',
      sensitivity: 'personal',
      required: true,
      sent: true,
      help: 'As ListUserSessions gives it.',
    },
    {
      name: 'RevokeAssociatedSessions',
      label: 'Associated sessions',
      control: 'choice',
      sensitivity: 'public',
      required: false,
      sent: true,
      help: 'Whether sessions that hang on it end too.',
      choices: [
        { value: '', label: 'As the service does by itself' },
        { value: 'LINKED', label: 'Those too' },
        { value: 'NONE', label: 'This one alone' },
      ],
    },
    accessTokenMember,
  ],
  effects: [{ kind: 'cannot be undone', text: 'That sign-in is over.' }],
  done: 'Session ended.',
  endsTokens: true,
})
