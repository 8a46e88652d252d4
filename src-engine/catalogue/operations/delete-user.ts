import { defineOperation } from '../define-operation.ts'
import { accessTokenMember } from '../operation-fields.ts'

export const deleteUser = defineOperation({
  name: 'DeleteUser',
  title: 'Delete the user',
  why: 'Deletes the signed-in user, with everything that the pool stores about them. All of their tokens become invalid.',
  group: 'Attributes',
  authorised: 'access token',
  fields: [accessTokenMember],
  effects: [
    {
      kind: 'cannot be undone',
      text: 'The user is deleted, and a new one with the same name has another sub.',
    },
  ],
  confirm: 'Permanently delete the user of this access token?',
  done: 'User deleted.',
  endsTokens: true,
})
