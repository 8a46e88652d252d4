import { srpTimestamp } from '../srp/timestamp.ts'
import { defineFact } from './define-fact.ts'
import { memberOf } from './known-call.ts'

type Form =
  | 'right'
  | 'a zero before the day'
  | 'two spaces'
  | 'a weekday or month that is not English'
  | 'a zone that is not UTC'
  | 'an hour that is not written in 24 hours'
  | 'a weekday that does not fit the date'
  | 'ISO 8601'
  | 'another form'

/** TIMESTAMP, compared byte by byte with the form that Cognito wants (cognito-facts 3.4). */
export const timestampFact = defineFact<{
  form: Form
  /** Index of the first character that is wrong; -1 where none is. */
  wrongAt: number
  /** Milliseconds that it is behind the sender's own clock; 0 where it cannot be read. */
  behindMs: number
}>({
  name: 'timestamp',
  title: 'TIMESTAMP',
  valueTitles: {
    form: 'form',
    wrongAt: 'first wrong character',
    behindMs: 'behind the sender’s clock',
  },
  none: { wrongAt: -1 },
  of: (call) => {
    const text = memberOf(call, 'TIMESTAMP')
    if (text === undefined) return undefined
    const time = Date.parse(text)
    const readable = Number.isFinite(time)
    const right = readable && srpTimestamp(time)
    return {
      form: right === text ? 'right' : wrongForm(text),
      wrongAt: right === text ? -1 : firstDifference(text, right || srpTimestamp(call.at)),
      behindMs: readable ? Math.trunc(call.at / 1000) * 1000 - time : 0,
    }
  },
})

const days = 'Sun|Mon|Tue|Wed|Thu|Fri|Sat'
const months = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec'

/** In this order: the first that applies is what a reader would see first. */
const wrongForms: readonly (readonly [Form, RegExp])[] = [
  ['ISO 8601', /^\d{4}-\d\d-\d\dT/],
  ['two spaces', / {2}/],
  ['a weekday or month that is not English', new RegExp(`^(?!(${days}) (${months}) )`)],
  ['a zero before the day', /^\w{3} \w{3} 0\d /],
  ['an hour that is not written in 24 hours', / (24:\d\d:\d\d|\d:\d\d:\d\d)|[ap]\.?m\.?/i],
  ['a zone that is not UTC', /:\d\d (?!UTC )\S+/],
  [
    'a weekday that does not fit the date',
    new RegExp(`^(${days}) (${months}) \\d{1,2} [\\d:]{8} UTC \\d{4}$`),
  ],
]

const wrongForm = (text: string): Form =>
  wrongForms.find(([, pattern]) => pattern.test(text))?.[0] ?? 'another form'

function firstDifference(text: string, right: string): number {
  let at = 0
  while (at < text.length && text[at] === right[at]) at += 1
  return at
}
