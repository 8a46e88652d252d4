import { defineOperation } from '../define-operation.ts'
import { accessTokenMember } from '../operation-fields.ts'

export const getUser = defineOperation({
  name: 'GetUser',
  title: 'Read the user',
  why: 'Reads the attributes and second factors of the user who is signed in. The plainest way to see whether an access token is still good.',
  group: 'Attributes',
  authorised: 'access token',
  fields: [accessTokenMember],
  effects: [],
  done: 'User read.',
})
