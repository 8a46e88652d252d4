import { defineOperation } from '../define-operation.ts'
import { accessTokenMember, nextPageMember, pageSizeMember } from '../operation-fields.ts'

export const listWebAuthnCredentials = defineOperation({
  name: 'ListWebAuthnCredentials',
  title: 'List the passkeys',
  why: 'Lists the passkeys of the signed-in user.',
  group: 'Passkeys',
  authorised: 'access token',
  fields: [pageSizeMember('MaxResults', 20), nextPageMember('NextToken'), accessTokenMember],
  effects: [],
  done: 'Passkeys listed.',
})
