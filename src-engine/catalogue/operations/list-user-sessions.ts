import { defineOperation } from '../define-operation.ts'
import { accessTokenMember, nextPageMember } from '../operation-fields.ts'

export const listUserSessions = defineOperation({
  name: 'ListUserSessions',
  title: 'List the sessions',
  why: 'Lists the sign-ins of the user that are not over, and which of them this one is.',
  group: 'Sessions and tokens',
  authorised: 'access token',
  fields: [nextPageMember('NextToken'), accessTokenMember],
  effects: [],
  done: 'Sessions listed.',
})
