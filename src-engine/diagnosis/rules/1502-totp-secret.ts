import { totpCodeFact } from '../../facts/totp-code.ts'
import { factOf } from '../evidence.ts'
import { act, advise } from '../next-moves.ts'
import { inFact, refusalPlace } from '../place.ts'
import { defineRule } from '../rule.ts'

export const totpSecret = defineRule({
  code: 'AS1502',
  slug: 'code/totp-secret',
  title: 'The code is of another secret than the user’s',
  meaning:
    'Each AssociateSoftwareToken makes a new secret; an entry of an older set-up, or of another account, shows codes that are wrong forever. Some libraries make wrong codes of a secret that is copied in groups or with a line break.',
  recognised:
    'Where a TOTP secret is known: the code is that of no step within a quarter of an hour; or it is right for the known secret and the time, and refused all the same.',
  mended:
    'Set the authenticator up again with the secret of the newest AssociateSoftwareToken, whole.',
  excludedBy: 'A code that the known secret gives at another time.',
  sources: ['cognito-facts 14.4 (otplib 12, speakeasy 2)', 'ministack#1608'],
  look: (step) => {
    const fact = factOf(step, totpCodeFact)
    const next = [
      advise('Set the authenticator up again: AssociateSoftwareToken, VerifySoftwareToken.'),
      act('Enter another code', { do: 'edit input', field: 'SOFTWARE_TOKEN_MFA_CODE' }),
    ]
    if (!fact) return { verdict: 'possible', evidence: [refusalPlace(step)], next }
    if (fact.of !== 'a step that was found')
      return {
        verdict: 'likely',
        title: 'The code is none that the known TOTP secret gives in half an hour',
        evidence: [inFact(step, totpCodeFact, fact.of, 'No step near this time gives this code')],
        next,
      }
    const steps = Math.round((fact.stepsAhead ?? 0) - (step.clockAhead ?? 0) / 30_000)
    const evidence = [
      inFact(step, totpCodeFact, steps, 'The known secret gives this code', '-1 to 1'),
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
