import { defineOperation } from '../define-operation.ts'
import { accessTokenMember } from '../operation-fields.ts'

export const deleteUserAttributes = defineOperation({
  name: 'DeleteUserAttributes',
  title: 'Delete attributes',
  why: 'Deletes attributes of the signed-in user. Required attributes cannot be deleted.',
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
      help: 'Separated by commas or spaces: custom:team, phone_number.',
    },
    accessTokenMember,
  ],
  effects: [{ kind: 'cannot be undone', text: 'The values are lost.' }],
  done: 'Attributes deleted.',
})
