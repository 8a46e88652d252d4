import { timestampFact } from '../../facts/timestamp.ts'
import { factOf, sent } from '../evidence.ts'
import { act, advise } from '../next-moves.ts'
import { inRequest, inResponse } from '../place.ts'
import { defineRule } from '../rule.ts'

/** Minutes. Cognito's limit is not published; AWS signs with five. */
const tolerated = 5

export const clockSkew = defineRule({
  code: 'AS1301',
  slug: 'srp/clock-skew',
  title: 'The clock differs from Cognito’s',
  meaning:
    'The proof contains the time at which it was computed, and Cognito refuses an old or future one with the message of a wrong password.',
  recognised: 'TIMESTAMP of the proof compared with the Date header of the response.',
  fix: 'Set the clock (timedatectl set-ntp true, w32tm /resync), also of the container or virtual machine.',
  excludedBy: 'TIMESTAMP and Date less than a minute apart.',
  sources: ['cognito-facts 3.4: the limit is not published', 'alexrudd/cognito-srp'],
  look: (step) => {
    const timestamp = sent(step, 'TIMESTAMP')
    const date = step.headers.get('date')
    const ahead = Date.parse(date ?? '') - Date.parse(timestamp ?? '')
    if (timestamp === undefined || date === undefined || Number.isNaN(ahead)) return undefined
    // A text of another form may be read as another time than was meant.
    if (factOf(step, timestampFact)?.form !== 'right') return undefined
    const minutes = Math.abs(ahead) / 60_000
    const apart = minutes < 1 ? 'Less than a minute from TIMESTAMP' : 'The server’s clock'
    const evidence = [
      inResponse(step, 'Date', date, apart),
      inRequest(step, 'TIMESTAMP', timestamp, 'The clock of the client', 'seconds apart'),
    ]
    if (minutes < 1) return { verdict: 'excluded', evidence }
    const title = `The clock is ${shownSpan(minutes)} ${ahead > 0 ? 'behind' : 'ahead of'} Cognito’s`
    return {
      verdict: minutes >= tolerated ? 'proved' : 'possible',
      title,
      evidence,
      next: [
        advise(
          'Set the clock of the machine that signs in: timedatectl set-ntp true on Linux, w32tm /resync on Windows.',
        ),
        act('Sign in again', { do: 'retry' }),
      ],
    }
  },
})

function shownSpan(minutes: number): string {
  if (minutes < 90) return `${String(Math.round(minutes))} min`
  const hours = minutes / 60
  return hours < 48 ? `${String(Math.round(hours))} h` : `${String(Math.round(hours / 24))} days`
}
