import { defineOperation } from '../define-operation.ts'
import { accessTokenMember, attributesMember } from '../operation-fields.ts'

export const updateUserAttributes = defineOperation({
  name: 'UpdateUserAttributes',
  title: 'Change attributes',
  why: 'Changes attributes of the signed-in user. A changed email address or phone number is unverified until VerifyUserAttribute, unless the pool keeps the old value until then.',
  group: 'Attributes',
  authorised: 'access token',
  fields: [attributesMember(true, 'An empty value deletes the attribute.'), accessTokenMember],
  effects: [
    {
      kind: 'sends a message',
      text: 'A code goes to a changed email address or phone number, if the pool verifies it.',
    },
  ],
  metadata: 'Reaches CustomMessage and the custom senders as clientMetadata.',
  done: 'Attributes changed.',
})
