import { defineOperation } from '../define-operation.ts'
import { accessTokenMember, attributeNameMember } from '../operation-fields.ts'

export const getUserAttributeVerificationCode = defineOperation({
  name: 'GetUserAttributeVerificationCode',
  title: 'Send a code for an attribute',
  why: 'Sends a code to the user’s email address or phone number, for VerifyUserAttribute.',
  group: 'Attributes',
  authorised: 'access token',
  fields: [attributeNameMember, accessTokenMember],
  effects: [{ kind: 'sends a message', text: 'A code goes to the address or number.' }],
  metadata: 'Reaches CustomMessage and the custom senders as clientMetadata.',
  done: 'Code sent.',
})
