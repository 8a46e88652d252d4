import { factAmong } from '../../facts/facts-of.ts'
import { historyFact } from '../../facts/history.ts'
import { act, advise } from '../next-moves.ts'
import { inFact, refusalPlace } from '../place.ts'
import { defineRule } from '../rule.ts'

/** Milliseconds: Cognito locks for one second after the fifth failure, and doubles up to these. */
const maxLockMs = 15 * 60_000

export const lockedOut = defineRule({
  code: 'AS1901',
  slug: 'limit/locked-out',
  title: 'The user is locked out after too many wrong passwords',
  meaning:
    'After five failures Cognito refuses every password for a second, and twice as long after each further one, up to about 15 minutes. Attempts in the meantime do not extend it.',
  recognised: 'The service says so; Authscope counts the wrong passwords that it sent.',
  fix: 'Wait. Find the job, phone or test that signs in with an old password.',
  excludedBy: 'Another message.',
  sources: ['Developer guide, “Lockout behavior”', 'amplify-js#9614'],
  look: (step, { known }) => {
    const history = factAmong(known, historyFact)
    const wrong = history?.wrongPasswords ?? 0
    const lock = wrong >= 5 ? Math.min(2 ** (wrong - 5) * 1000, maxLockMs) : maxLockMs
    const untilMs = step.at - (history?.lastWrongMs ?? 0) + lock
    const wait = Math.max(1, Math.ceil((untilMs - step.at) / 1000))
    const shown = wait < 60 ? `${String(wait)} s` : `${String(Math.ceil(wait / 60))} min`
    return {
      verdict: 'proved',
      evidence: [
        refusalPlace(step),
        ...(wrong > 0
          ? [
              inFact(
                { number: 0 },
                historyFact,
                wrong,
                `${String(wrong)} wrong passwords in a row were sent from here`,
              ),
            ]
          : []),
      ],
      next: [
        act(wrong >= 5 ? `Wait ${shown}` : `Wait up to ${shown}`, { do: 'wait', untilMs }),
        advise('Check CloudTrail for what else signs in as this user.'),
      ],
    }
  },
})
