import { refusalText } from '../probe-call.ts'
import type { ProbeFinding } from '../probe-finding.ts'

export const signUpOpen: ProbeFinding = {
  id: 'sign-up-open',
  title: 'Users can sign up themselves',
  read: ({ answers }) => {
    const text = refusalText(answers.get('SignUp'))
    if (/sign ?up is not permitted/i.test(text)) return { verdict: 'no', reason: text }
    if (/^(InvalidPassword|InvalidParameter)Exception/.test(text) && !/not enabled/i.test(text))
      return { verdict: 'yes', reason: `It got as far as “${text}”` }
    return { verdict: 'unknown', reason: text || 'It was not asked.' }
  },
}
