import { advise } from '../next-moves.ts'
import { refusalPlace, inResponse } from '../place.ts'
import { defineRule } from '../rule.ts'

export const emulator = defineRule({
  code: 'AS2501',
  slug: 'emulator/own-words',
  title: 'An emulator answered with its own message',
  meaning:
    'cognito-local answers a wrong password with InvalidPasswordException, and an unknown user with NotAuthorizedException; Cognito does neither at sign-in.',
  recognised:
    'An exception that InitiateAuth and RespondToAuthChallenge do not have for a password, from an endpoint outside AWS.',
  fix: 'Treat it as a wrong password, and do not rely on this message.',
  excludedBy: 'An endpoint at amazonaws.com, and a new password in the request.',
  sources: ['cognito-local 5.3 (run here)', 'cognito-facts 14.4'],
  look: (step, { target }) => {
    if (step.operation !== 'InitiateAuth') return undefined
    const endpoint = target?.endpoint ?? ''
    if (/\.amazonaws\.(com|com\.cn|eu)(:|\/|$)/.test(endpoint))
      return {
        verdict: 'excluded',
        evidence: [refusalPlace(step)],
      }
    const server = step.headers.get('server')
    return {
      verdict: 'likely',
      title: 'The password is wrong, as an emulator says it',
      evidence: [
        refusalPlace(step),
        ...(server === undefined ? [] : [inResponse(step, 'Server', server, 'Who answered')]),
      ],
      next: [
        advise('Type the password again; Cognito itself answers NotAuthorizedException here.'),
      ],
    }
  },
})
