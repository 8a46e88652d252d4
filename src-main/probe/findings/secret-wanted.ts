import { refusalText } from '../probe-call.ts'
import type { ProbeFinding } from '../probe-finding.ts'

const wantsSecret = /configured with secret but SECRET_HASH was not received/i
const isBefore = /not enabled for (this|the) client|client .*does not exist/i

export const secretWanted: ProbeFinding = {
  id: 'secret-wanted',
  title: 'The app client has a secret',
  read: ({ answers, client }) => {
    const wanted = [...answers.values()].map(refusalText).find((text) => wantsSecret.test(text))
    if (wanted !== undefined) return { verdict: 'yes', reason: wanted }
    const without = client.clientSecret
      ? [...answers].flatMap(([id, answer]) => (id === 'without SECRET_HASH' ? [answer] : []))
      : [...answers.values()]
    if (without.some(({ kind }) => kind === 'challenged'))
      return { verdict: 'no', reason: 'A call without SECRET_HASH was accepted.' }
    // Whether a flow that is off is refused before the missing hash is not known.
    const passed = without.map(refusalText).find((text) => text !== '' && !isBefore.test(text))
    return passed === undefined
      ? { verdict: 'unknown', reason: 'No call got as far as the check of SECRET_HASH.' }
      : { verdict: 'no', reason: `A call without SECRET_HASH got as far as “${passed}”` }
  },
}
