import { refusalText } from '../probe-call.ts'
import type { ProbeFinding } from '../probe-finding.ts'

const isOff = /not enabled for (this|the) client/i
/** What is said of the user or the token comes after the check of the flow. */
const isBehind =
  /incorrect username|does not exist\.?$|invalid refresh token|lambda trigger is not configured/i

/** Whether a flow is enabled for the app client. */
export const flowEnabled = (flow: string): ProbeFinding => ({
  id: flow,
  title: `${flow} is enabled`,
  read: ({ answers }) => {
    const answer = answers.get(flow)
    if (!answer) return { verdict: 'unknown', reason: 'It was not asked.' }
    if (answer.kind === 'challenged') {
      const factors = answer.availableChallenges.join(', ')
      return {
        verdict: 'yes',
        reason: `${answer.name} came${factors === '' ? '' : `; AvailableChallenges: ${factors}`}.`,
      }
    }
    const text = refusalText(answer)
    if (isOff.test(text))
      return {
        verdict: 'no',
        reason: flow === 'REFRESH_TOKEN_AUTH' ? `${text} Rotation says the same.` : text,
      }
    const isClient = /client .*does not exist/i.test(text)
    if (isBehind.test(text) && !isClient) return { verdict: 'yes', reason: text }
    return { verdict: 'unknown', reason: text || notCognito(answer) }
  },
})

const notCognito = (answer: { readonly kind: string; readonly message?: string }): string =>
  answer.message ?? `It was answered with something else (${answer.kind}).`
