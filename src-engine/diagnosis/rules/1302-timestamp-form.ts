import { timestampFact } from '../../facts/timestamp.ts'
import { factOf, sent } from '../evidence.ts'
import { advise } from '../next-moves.ts'
import { inRequest } from '../place.ts'
import { defineRule } from '../rule.ts'

export const timestampForm = defineRule({
  code: 'AS1302',
  slug: 'srp/timestamp-form',
  title: 'TIMESTAMP is not written as Cognito wants it',
  meaning:
    'Cognito reads `EEE MMM d HH:mm:ss UTC yyyy` in English, the day without a leading zero, and hashes that very text. It answers a readable text of another form like a wrong password, and an unreadable one with an exception of its own.',
  recognised: 'Byte by byte, against the right text for the same instant.',
  mended:
    'Write it as in “Tue Jan 1 06:06:09 UTC 2019”, with the English locale said in the code, and sign that very text.',
  excludedBy: 'A TIMESTAMP that is right to the letter.',
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
        evidence: [inRequest(step, 'TIMESTAMP', text, 'TIMESTAMP is right to the letter')],
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
          'Format the time in English and UTC, the day without a leading zero, and sign the text that is sent.',
        ),
      ],
    }
  },
})
