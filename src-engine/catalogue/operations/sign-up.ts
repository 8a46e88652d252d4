import { defineOperation } from '../define-operation.ts'
import {
  attributesMember,
  contextFields,
  passwordMember,
  usernameMember,
} from '../operation-fields.ts'

export const signUp = defineOperation({
  name: 'SignUp',
  title: 'Sign up',
  why: 'Creates a user. If the pool verifies email addresses or phone numbers, it sends a code for ConfirmSignUp; the Session in the response then leads into USER_AUTH without another password.',
  group: 'Sign-up',
  authorised: 'app client',
  fields: [
    usernameMember,
    passwordMember('Password', 'Password', false),
    attributesMember(false, 'The pool says which are required. A phone number begins with +.'),
    {
      name: 'ValidationData',
      label: 'Validation data',
      control: 'pairs',
      sensitivity: 'personal',
      required: false,
      sent: true,
      rare: true,
      help: 'Reaches the PreSignUp trigger as validationData, and is not stored.',
    },
    ...contextFields,
  ],
  effects: [
    {
      kind: 'sends a message',
      text: 'A confirmation code goes to the email address or phone number, if the pool verifies it.',
    },
  ],
  metadata:
    'Reaches PreSignUp, CustomMessage and the custom senders as clientMetadata; PreSignUp receives ValidationData as validationData.',
  done: 'User created.',
})
