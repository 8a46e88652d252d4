import { defineOperation } from '../define-operation.ts'
import { accessTokenMember, attributeNameMember, codeMember } from '../operation-fields.ts'

export const verifyUserAttribute = defineOperation({
  name: 'VerifyUserAttribute',
  title: 'Verify an attribute',
  why: 'Marks an email address or phone number as verified, with the code that was sent to it.',
  group: 'Attributes',
  authorised: 'access token',
  fields: [
    attributeNameMember,
    codeMember('Code', 'From the newest message about this attribute.'),
    accessTokenMember,
  ],
  effects: [
    {
      kind: 'can lock',
      text: 'Several wrong codes are refused with LimitExceededException for a while.',
    },
  ],
  done: 'Attribute verified.',
})
