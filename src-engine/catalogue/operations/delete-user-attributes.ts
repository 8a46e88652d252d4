import { defineOperation } from '../define-operation.ts'
import { accessTokenMember } from '../operation-fields.ts'

export const deleteUserAttributes = defineOperation({
  name: 'DeleteUserAttributes',
  title: 'Delete attributes',
  why: 'Takes attributes away from the user who is signed in. Required ones stay.',
  group: 'Attributes',
  authorised: 'access token',
  fields: [
    {
      name: 'UserAttributeNames',
      label: 'Names of the attributes',
      control: 'names',
      sensitivity: 'public',
      required: true,
      sent: true,
      help: 'With commas or spaces between: custom:team, phone_number.',
    },
    accessTokenMember,
  ],
  effects: [{ kind: 'cannot be undone', text: 'The values are gone.' }],
  done: 'Attributes deleted.',
})
