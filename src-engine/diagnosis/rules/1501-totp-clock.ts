import { totpCodeFact } from '../../facts/totp-code.ts'
import { factOf, type EvidenceStep } from '../evidence.ts'
import { act, advise } from '../next-moves.ts'
import { notRecorded } from '../not-recorded.ts'
import { inFact, inResponse, refusalPlace } from '../place.ts'
import { defineRule } from '../rule.ts'
import { counted } from '../../units/counted.ts'

/** Milliseconds of one step. */
const period = 30_000

export const totpClock = defineRule({
  code: 'AS1501',
  slug: 'code/totp-clock',
  title: 'The authenticator’s code is from another time',
  meaning:
    'A TOTP code belongs to one 30-second step, and Cognito accepts that of its own clock and the steps before and after.',
  recognised:
    'If the TOTP secret is known, the code’s step is found and compared with the server’s clock.',
  fix: 'Set the clock of the authenticator or of this machine, and use the next code.',
  excludedBy: 'A code of the server’s current step.',
  sources: ['auth-starters#15', 'aws-sdk-js-v3#4645', 'RFC 6238'],
  look: (step) => {
    const fact = factOf(step, totpCodeFact)
    const next = [
      advise('Set the clock of the device that shows the codes, and use the next code.'),
      act('Start again', { do: 'retry' }),
    ]
    if (!fact)
      return { verdict: 'possible', evidence: [refusalPlace(step), secretNotRecorded(step)], next }
    if (fact.stepsAhead === undefined || fact.of !== 'a step that was found') return undefined
    const serverAhead = step.clockAhead ?? 0
    const steps = Math.round(fact.stepsAhead - serverAhead / period)
    const evidence = [
      inFact(
        step,
        totpCodeFact,
        `${String(fact.stepsAhead)} steps`,
        fact.stepsAhead === 0
          ? 'The code matches this machine’s time'
          : `The code is ${shown(fact.stepsAhead)} this machine’s time`,
        '-1 to 1 steps of the server’s time',
      ),
      ...(Math.abs(serverAhead) >= period
        ? [
            inResponse(
              step,
              'Date',
              step.headers.get('date') ?? '',
              `The server’s clock is ${String(Math.round(serverAhead / 1000))} s ahead`,
            ),
          ]
        : []),
    ]
    if (Math.abs(steps) <= 1) return { verdict: 'excluded', evidence }
    return {
      verdict: 'proved',
      title: `The code is ${shown(steps)} the server’s time`,
      evidence,
      next,
    }
  },
})

const secretNotRecorded = (step: EvidenceStep) =>
  notRecorded(
    step,
    totpCodeFact.name,
    'The secret of the authenticator is not in this trace, so it does not show of which time the code is',
  )

const shown = (steps: number): string =>
  `${counted(Math.abs(steps), 'step')} of 30 s ${steps < 0 ? 'behind' : 'ahead of'}`
