import { scenario } from '../scenario.ts'

export default scenario({
  about: 'Two codes for a user who does not exist',
  client: 'choice',
  flow: 'USER_AUTH',
  inputs: { USERNAME: 'nobody', PREFERRED_CHALLENGE: 'EMAIL_OTP' },
  steps: [
    {
      pending: 'EMAIL_OTP',
      wrong: {
        answer: { EMAIL_OTP_CODE: '11223344' },
        refused: 'CodeMismatchException: Invalid code or auth state for the user.',
      },
      answer: { EMAIL_OTP_CODE: '55667788' },
    },
  ],
  cause: 'AS1506',
  verdict: 'likely',
  excluded: ['AS1508', 'AS1507'],
})
