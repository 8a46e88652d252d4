import { defineChallenge } from '../define-challenge.ts'

export const adminNoSrpAuth = defineChallenge({
  name: 'ADMIN_NO_SRP_AUTH',
  title: 'Password, by an administrator',
  why: 'Belongs to AdminInitiateAuth: only AdminRespondToAuthChallenge, a call signed with AWS credentials, answers it. RespondToAuthChallenge is refused.',
  asks: () => 'Only AdminRespondToAuthChallenge can answer this. An answer from here is refused.',
  answered: 'Answer sent, which only an administrator’s call could give.',
  fields: () => [],
})
