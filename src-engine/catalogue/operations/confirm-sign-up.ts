import { defineOperation } from '../define-operation.ts'
import {
  codeMember,
  contextFields,
  sessionMember,
  switchMember,
  usernameMember,
} from '../operation-fields.ts'

export const confirmSignUp = defineOperation({
  name: 'ConfirmSignUp',
  title: 'Confirm a sign-up',
  why: 'Confirms a user with the code that was sent. Its Session signs the user in through USER_AUTH.',
  group: 'Sign-up',
  authorised: 'app client',
  fields: [
    usernameMember,
    codeMember('ConfirmationCode', 'From the message that SignUp or ResendConfirmationCode sent.'),
    sessionMember('From SignUp; the Session in the response then continues into USER_AUTH.'),
    {
      ...switchMember(
        'ForceAliasCreation',
        'Force alias creation',
        'If on, an email address or phone number that is another user’s alias moves to this user.',
      ),
      rare: true,
    },
    ...contextFields,
  ],
  effects: [
    {
      kind: 'can lock',
      text: 'Several wrong codes are refused with TooManyFailedAttemptsException for a while.',
    },
  ],
  metadata: 'Reaches PostConfirmation as clientMetadata.',
  done: 'User confirmed.',
})
