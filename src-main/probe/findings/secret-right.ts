import { refusalText } from '../probe-call.ts'
import type { ProbeFinding } from '../probe-finding.ts'
import { secretWanted } from './secret-wanted.ts'

export const secretRight: ProbeFinding = {
  id: 'secret-right',
  title: 'The client secret is right',
  read: (seen) => {
    const { answers, client } = seen
    if (!client.clientSecret) {
      const wanted = secretWanted.read(seen).verdict === 'yes'
      return wanted
        ? { verdict: 'no', reason: 'The app client has a secret, and the profile has none.' }
        : { verdict: 'unknown', reason: 'The profile has no secret.' }
    }
    const hashed = [...answers].filter(([id]) => id !== 'without SECRET_HASH')
    const texts = hashed.map(([, answer]) => refusalText(answer))
    const wrong = texts.find((text) => /secret\s?hash/i.test(text))
    if (wrong !== undefined) return { verdict: 'no', reason: wrong }
    const passed = hashed.some(
      ([, { kind }], index) =>
        kind === 'challenged' || /incorrect username|user does not exist/i.test(texts[index] ?? ''),
    )
    if (passed && secretWanted.read(seen).verdict === 'yes')
      return { verdict: 'yes', reason: 'Calls with its SECRET_HASH were accepted.' }
    return { verdict: 'unknown', reason: 'No call got as far as the check of SECRET_HASH.' }
  },
}
