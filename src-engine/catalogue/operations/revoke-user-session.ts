import { defineOperation } from '../define-operation.ts'
import { accessTokenMember, associatedSessionsMember } from '../operation-fields.ts'

export const revokeUserSession = defineOperation({
  name: 'RevokeUserSession',
  title: 'End another session',
  why: 'Ends another session of the user, like “sign out” in a list of devices. RevokeToken ends the current one.',
  group: 'Sessions and tokens',
  authorised: 'access token',
  fields: [
    {
      name: 'SessionId',
      label: 'Session ID',
      control: 'text',
      sensitivity: 'personal',
      required: true,
      sent: true,
      help: 'As returned by ListUserSessions.',
    },
    associatedSessionsMember,
    accessTokenMember,
  ],
  effects: [{ kind: 'cannot be undone', text: 'That session has ended.' }],
  done: 'Session ended.',
  endsTokens: true,
})
