import { totpCodeFact } from '../../facts/totp-code.ts'
import { factOf } from '../evidence.ts'
import { act, advise } from '../next-moves.ts'
import { inFact, refusalPlace } from '../place.ts'
import { defineRule } from '../rule.ts'

export const totpSecret = defineRule({
  code: 'AS1502',
  slug: 'code/totp-secret',
  title: 'The code is from another secret than the user’s',
  meaning:
    'Each AssociateSoftwareToken creates a new secret; an entry from an older setup or another account always shows wrong codes. Some libraries compute wrong codes from a secret that was copied in groups or with a line break.',
  recognised:
    'If a TOTP secret is known: the code matches no step within 15 minutes; or it is correct for the known secret and the time, and still refused.',
  fix: 'Set up the authenticator again with the complete secret of the newest AssociateSoftwareToken.',
  excludedBy: 'A code of the known secret at another time.',
  sources: ['cognito-facts 14.4 (otplib 12, speakeasy 2)', 'ministack#1608'],
  look: (step) => {
    const fact = factOf(step, totpCodeFact)
    const next = [
      advise('Set up the authenticator again: AssociateSoftwareToken, VerifySoftwareToken.'),
      act('Enter another code', { do: 'edit input', field: 'SOFTWARE_TOKEN_MFA_CODE' }),
    ]
    if (!fact) return { verdict: 'possible', evidence: [refusalPlace(step)], next }
    if (fact.of !== 'a step that was found')
      return {
        verdict: 'likely',
        title: 'The code matches the known TOTP secret at no time within half an hour',
        evidence: [inFact(step, totpCodeFact, fact.of, 'No step near this time has this code')],
        next,
      }
    const steps = Math.round((fact.stepsAhead ?? 0) - (step.clockAhead ?? 0) / 30_000)
    const evidence = [
      inFact(step, totpCodeFact, steps, 'The known secret has this code', '-1 to 1'),
    ]
    return Math.abs(steps) <= 1
      ? {
          verdict: 'likely',
          title: 'The known TOTP secret is not the one that Cognito has for this user',
          evidence,
          next,
        }
      : { verdict: 'excluded', evidence }
  },
})
