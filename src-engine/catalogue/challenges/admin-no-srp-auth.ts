import { defineChallenge } from '../define-challenge.ts'

export const adminNoSrpAuth = defineChallenge({
  name: 'ADMIN_NO_SRP_AUTH',
  title: 'Password, by an administrator',
  why: 'Belongs to AdminInitiateAuth: only AdminRespondToAuthChallenge, a call signed with AWS credentials, answers it. RespondToAuthChallenge is refused.',
  promptText: () =>
    'Only AdminRespondToAuthChallenge can answer this. RespondToAuthChallenge is refused.',
  answered: 'Answer sent, although only an administrator’s call can give it.',
  fields: () => [],
})
