import { adminFlow } from '../admin-flow.ts'
import { defineFlow } from '../define-flow.ts'

export const adminNoSrpAuth = defineFlow({
  ...adminFlow,
  name: 'ADMIN_NO_SRP_AUTH',
  title: 'Username and password, by an administrator (older name)',
  why: 'The older name of ADMIN_USER_PASSWORD_AUTH, from before app clients had ALLOW_ flags.',
})
