import { N } from '../srp/group.ts'
import { integerFromHex } from '../srp/pad.ts'
import { defineFact } from './define-fact.ts'
import { memberOf } from './known-call.ts'

/** SRP_A: whether it is a public value that Cognito can compute with. */
export const srpAFact = defineFact<{
  form: 'hex' | 'not hex'
  digits: number
  range: 'right' | 'a multiple of N' | 'not below N' | 'not known'
}>({
  name: 'srp-a',
  title: 'SRP_A',
  valueTitles: {
    form: 'form',
    digits: 'number of digits',
    range: 'range',
  },
  of: (call) => {
    const text = memberOf(call, 'SRP_A')
    if (text === undefined) return undefined
    const digits = text.length
    // A number of another length than N's is not worth the arithmetic.
    if (!/^[0-9a-f]{1,2048}$/i.test(text)) return { form: 'not hex', digits, range: 'not known' }
    const A = integerFromHex(text)
    const range = A % N === 0n ? 'a multiple of N' : A >= N ? 'not below N' : 'right'
    return { form: 'hex', digits, range }
  },
})
