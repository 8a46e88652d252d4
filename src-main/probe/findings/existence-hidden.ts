import { refusalText } from '../probe-call.ts'
import type { ProbeFinding } from '../probe-finding.ts'

export const existenceHidden: ProbeFinding = {
  id: 'existence-hidden',
  title: 'Whether a user exists is hidden (PreventUserExistenceErrors)',
  read: ({ answers }) => {
    const ofUser = ['USER_SRP_AUTH', 'USER_PASSWORD_AUTH', 'USER_AUTH'].flatMap(
      (flow) => answers.get(flow) ?? [],
    )
    const told = ofUser.map(refusalText).find((text) => /user does not exist/i.test(text))
    if (told !== undefined) return { verdict: 'no', reason: told }
    if (ofUser.some(({ kind }) => kind === 'challenged'))
      return { verdict: 'yes', reason: 'A user who does not exist was asked for a proof.' }
    const hidden = ofUser.map(refusalText).find((text) => /incorrect username/i.test(text))
    if (hidden !== undefined) return { verdict: 'yes', reason: hidden }
    return { verdict: 'unknown', reason: 'No flow that asks for a user is enabled.' }
  },
}
