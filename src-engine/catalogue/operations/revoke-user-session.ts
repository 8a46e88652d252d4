import { defineOperation } from '../define-operation.ts'
import { accessTokenMember, associatedSessionsMember } from '../operation-fields.ts'

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
    associatedSessionsMember,
    accessTokenMember,
  ],
  effects: [{ kind: 'cannot be undone', text: 'That sign-in is over.' }],
  done: 'Session ended.',
  endsTokens: true,
})
