import { defineOperation } from '../define-operation.ts'
import { accessTokenMember } from '../operation-fields.ts'

export const getUserAuthFactors = defineOperation({
  name: 'GetUserAuthFactors',
  title: 'Read the factors',
  why: 'Reads the factors of the signed-in user: first factors, second factors, and the preferred one.',
  group: 'Factors',
  authorised: 'access token',
  fields: [accessTokenMember],
  effects: [],
  done: 'Factors read.',
})
