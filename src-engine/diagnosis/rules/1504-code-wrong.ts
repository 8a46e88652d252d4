import { codeFact } from '../../facts/code.ts'
import { factAmong } from '../../facts/facts-of.ts'
import { historyFact } from '../../facts/history.ts'
import { factOf } from '../evidence.ts'
import { isObject, ownText } from '../json-object.ts'
import { act } from '../next-moves.ts'
import { inFact, inRequest, refusalPlace } from '../place.ts'
import { defineRule } from '../rule.ts'

export const codeWrong = defineRule({
  code: 'AS1504',
  slug: 'code/wrong',
  title: 'The code is not from the newest message',
  meaning:
    'A digit was mistyped, or the code is from an older message: each sign-in and each request sends a new one, which invalidates older ones.',
  recognised:
    'Nothing in a trace distinguishes a mistyped code from an older one, unless the same code was refused before.',
  fix: 'Enter the code from the newest message, or request another.',
  excludedBy: 'A code of another length than Cognito’s: then its form is wrong.',
  sources: ['aws-sdk-java#2018', 'FS:15056157161', 'FS:147556357'],
  look: (step, { known, steps }) => {
    const fact = factOf(step, codeFact)
    if (fact?.form !== undefined && fact.form !== 'digits') return undefined
    if (fact?.member === 'SOFTWARE_TOKEN_MFA_CODE' || fact?.member === 'UserCode') return undefined
    const member = fact?.member
    const codeOf = (of: (typeof steps)[number]) => {
      const responses = of.request['ChallengeResponses']
      const part = isObject(responses) ? responses : of.request
      return member === undefined ? undefined : ownText(part, member)
    }
    const code = codeOf(step)
    const before = steps.find(
      (one) =>
        one.number < step.number && one.refusal && code !== undefined && codeOf(one) === code,
    )
    const otherCodeMs = factAmong(known, historyFact)?.otherCodeMs ?? 0
    const operation = step.operation === 'ConfirmSignUp' ? 'ResendConfirmationCode' : undefined
    return {
      verdict: before ? 'proved' : 'likely',
      ...(before && {
        title: `The same code was refused before, in step ${String(before.number)}`,
      }),
      evidence: [
        refusalPlace(step),
        ...(fact ? [inFact(step, codeFact, fact.digits, 'The code has the right form')] : []),
        ...(otherCodeMs > 0
          ? [
              inFact(
                { number: 0 },
                historyFact,
                otherCodeMs,
                `Another sign-in of this user had a code sent ${String(Math.round(otherCodeMs / 1000))} s earlier: that code is no longer valid`,
              ),
            ]
          : []),
        ...(before ? [inRequest(before, member ?? '', code ?? '', 'Refused before')] : []),
      ],
      next: [
        operation === undefined
          ? act('Start again, which sends a new code', { do: 'retry' })
          : act('Send the code again', { do: 'call', operation }),
        act('Enter the code again', { do: 'edit input', field: member ?? 'ConfirmationCode' }),
      ],
    }
  },
})
