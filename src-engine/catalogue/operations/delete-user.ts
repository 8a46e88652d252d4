import { defineOperation } from '../define-operation.ts'
import { accessTokenMember } from '../operation-fields.ts'

export const deleteUser = defineOperation({
  name: 'DeleteUser',
  title: 'Delete the user',
  why: 'Deletes the user who is signed in, with everything that the pool knows of them. Every token is dead after it.',
  group: 'Attributes',
  authorised: 'access token',
  fields: [accessTokenMember],
  effects: [
    {
      kind: 'cannot be undone',
      text: 'The user is gone, and a new one of the same name has another sub.',
    },
  ],
  confirm: 'Delete the user whose access token this is, for good?',
  done: 'User deleted.',
  endsTokens: true,
})
