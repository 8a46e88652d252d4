import { defineOperation } from '../define-operation.ts'
import { accessTokenMember, nextPageMember } from '../operation-fields.ts'

export const listUserSessions = defineOperation({
  name: 'ListUserSessions',
  title: 'List the sessions',
  why: 'Lists the active sessions of the user, and marks the current one.',
  group: 'Sessions and tokens',
  authorised: 'access token',
  fields: [nextPageMember('NextToken'), accessTokenMember],
  effects: [],
  done: 'Sessions listed.',
})
