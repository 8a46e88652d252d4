import { exceptions } from '../../catalogue/exceptions/index.ts'
import { advise } from '../next-moves.ts'
import { refusalPlace } from '../place.ts'
import { defineRule } from '../rule.ts'

export const emulatorLacksOperation = defineRule({
  code: 'AS2502',
  slug: 'emulator/not-implemented',
  title: 'The emulator does not implement this call',
  meaning:
    'Emulators implement a part of Cognito. cognito-local, for example, lacks USER_SRP_AUTH and GetTokensFromRefreshToken, with which Amplify refreshes tokens even without rotation.',
  recognised:
    'An exception that Cognito does not have, whose message says that something is not supported or not implemented.',
  fix: 'Use a flow that the emulator implements, or the practice pool, which implements every flow.',
  excludedBy: 'An exception of Cognito.',
  sources: ['cognito-local 5.3 with aws-amplify 6.22 (run here)'],
  look: (step) => {
    const { refusal } = step
    if (!refusal || exceptions.has(refusal.error)) return undefined
    if (!/unsupported|not (yet )?(supported|implemented)/i.test(refusal.message)) return undefined
    const isFlow = /^(Admin)?InitiateAuth$/.test(step.operation)
    return {
      verdict: 'proved',
      title: `The emulator does not implement ${isFlow ? step.flow : step.operation}`,
      evidence: [refusalPlace(step)],
      next: [
        advise(
          step.operation === 'GetTokensFromRefreshToken'
            ? 'Refresh with REFRESH_TOKEN_AUTH here. Amplify cannot: with this emulator, its users have to sign in again when the tokens expire.'
            : 'Choose another flow, such as USER_PASSWORD_AUTH, for this emulator.',
        ),
        advise('Or use the practice pool, which implements every flow.'),
      ],
    }
  },
})
