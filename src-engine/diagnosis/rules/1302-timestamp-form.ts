import { timestampFact } from '../../facts/timestamp.ts'
import { factOf, sent } from '../evidence.ts'
import { advise } from '../next-moves.ts'
import { inRequest } from '../place.ts'
import { defineRule } from '../rule.ts'

export const timestampForm = defineRule({
  code: 'AS1302',
  slug: 'srp/timestamp-form',
  title: 'TIMESTAMP does not have Cognito’s format',
  meaning:
    'Cognito reads `EEE MMM d HH:mm:ss UTC yyyy` in English, the day without a leading zero, and hashes exactly that string. It answers a readable string in another format like a wrong password, and an unreadable one with a separate exception.',
  recognised: 'Byte by byte, compared with the right string for the same instant.',
  fix: 'Write it as in “Tue Jan 1 06:06:09 UTC 2019”, with an explicit English locale, and sign exactly that string.',
  excludedBy: 'A TIMESTAMP in exactly the right format.',
  sources: [
    'pycognito#122',
    'soto-cognito-authentication-kit#45',
    'warrant#12',
    'cognito-facts 3.4',
  ],
  look: (step) => {
    const fact = factOf(step, timestampFact)
    const text = sent(step, 'TIMESTAMP')
    if (fact?.form === undefined || text === undefined) return undefined
    if (fact.form === 'right')
      return {
        verdict: 'excluded',
        evidence: [inRequest(step, 'TIMESTAMP', text, 'TIMESTAMP has exactly the right format')],
      }
    const at = fact.wrongAt ?? -1
    const where =
      at >= 0 ? `, from character ${String(at + 1)} on (“${text.slice(at, at + 6)}”)` : ''
    return {
      verdict: 'proved',
      title: `TIMESTAMP has ${fact.form}`,
      evidence: [
        inRequest(
          step,
          'TIMESTAMP',
          text,
          `TIMESTAMP has ${fact.form}${where}`,
          'as in “Tue Jan 1 06:06:09 UTC 2019”',
        ),
      ],
      next: [
        advise(
          'Format the time in English and UTC, the day without a leading zero, and sign the string that is sent.',
        ),
      ],
    }
  },
})
