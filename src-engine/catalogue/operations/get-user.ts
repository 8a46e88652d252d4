import { defineOperation } from '../define-operation.ts'
import { accessTokenMember } from '../operation-fields.ts'

export const getUser = defineOperation({
  name: 'GetUser',
  title: 'Read the user',
  why: 'Reads the attributes and second factors of the signed-in user. The simplest way to check whether an access token is still valid.',
  group: 'Attributes',
  authorised: 'access token',
  fields: [accessTokenMember],
  effects: [],
  done: 'User read.',
})
