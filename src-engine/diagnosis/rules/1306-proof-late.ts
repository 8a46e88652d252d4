import { act } from '../next-moves.ts'
import { inFact } from '../place.ts'
import { timestampFact } from '../../facts/timestamp.ts'
import { shownDuration } from '../../units/duration.ts'
import { defineRule } from '../rule.ts'

/** Seconds between challenge and answer that nobody has seen refused. */
const certainlyInTime = 10

export const proofLate = defineRule({
  code: 'AS1306',
  slug: 'srp/proof-late',
  title: 'The proof was sent too late',
  meaning:
    'Cognito keeps its half of the SRP exchange for a short time only; AWS does not say how long.',
  recognised: 'The time from the challenge to its answer.',
  fix: 'Answer automatically, or sooner.',
  excludedBy: `An answer within ${String(certainlyInTime)} seconds.`,
  sources: ['cognito-facts 13: the limit is not published'],
  look: (step) => {
    if (step.challenge !== 'PASSWORD_VERIFIER' || step.challengedAt === undefined) return undefined
    const waited = step.at - step.challengedAt
    const seconds = waited / 1000
    const evidence = [
      inFact(
        step,
        timestampFact,
        shownDuration(waited),
        `The answer was sent ${shownDuration(waited)} after the first call`,
        'a few seconds',
      ),
    ]
    if (seconds < certainlyInTime) return { verdict: 'excluded', evidence }
    return {
      verdict: seconds > 180 ? 'likely' : 'possible',
      title: `The proof was sent ${shownDuration(waited)} after the challenge`,
      evidence,
      next: [act('Sign in again', { do: 'retry' })],
    }
  },
})
