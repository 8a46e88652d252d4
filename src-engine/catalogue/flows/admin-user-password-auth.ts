import { adminFlow } from '../admin-flow.ts'
import { defineFlow } from '../define-flow.ts'

export const adminUserPasswordAuth = defineFlow({
  ...adminFlow,
  name: 'ADMIN_USER_PASSWORD_AUTH',
  title: 'Username and password, by an administrator',
  why: 'A server with AWS credentials signs a user in with the password. The administrator’s equivalent of USER_PASSWORD_AUTH.',
})
