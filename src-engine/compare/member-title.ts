import { factTitle } from '../facts/fact-members.ts'
import { titleOfName } from '../units/words-of-name.ts'
import type { DifferenceArea } from './difference.ts'

/** Parts of a request or an answer that are no member of its body, and those of a run. */
const titles: Readonly<Partial<Record<DifferenceArea, Readonly<Record<string, string>>>>> = {
  run: {
    flow: 'Flow',
    username: 'Username',
    state: 'Outcome',
    message: 'Message',
    origin: 'Origin',
    client: 'App client',
    pool: 'User pool',
    endpoint: 'Endpoint',
  },
  step: { step: 'Step' },
  request: {
    by: 'Answered by',
    fault: 'Injected fault',
    attempts: 'Attempts',
    body: 'Body',
    headers: 'Header',
  },
  response: {
    kind: 'Outcome',
    status: 'HTTP status',
    error: 'Error',
    code: 'Error code',
    message: 'Message',
    reason: 'Reason',
    detail: 'Detail',
    advice: 'Advice',
    challenge: 'ChallengeName',
    availableChallenges: 'AvailableChallenges',
    parameters: 'ChallengeParameters',
    session: 'Session',
    headers: 'Header',
  },
  claims: { id: 'ID token', access: 'Access token', refresh: 'Refresh token' },
  timing: { duration: 'Duration' },
}

/**
 * What people read for a member, in the words of the wire where it has some: `AuthParameters.SRP_A`
 * for `body.AuthParameters.SRP_A`, `Header date` for `headers.date`. A member without a title is read
 * as the words of its name.
 */
export function memberTitle(area: DifferenceArea, member: string): string {
  if (area === 'facts') return factTitle(member)
  const [first = '', ...path] = member.split('.')
  const title = titles[area]?.[first] ?? (area === 'diagnosis' ? first : titleOfName(first))
  if (path.length === 0) return title
  const rest = path.join('.').replace(/\.(\d+)(?=\.|$)/g, '[$1]')
  if (area === 'request' ? first === 'body' : area === 'response' && first === 'values') return rest
  if (first === 'headers') return `${title} ${rest}`
  if (area === 'claims') return `${title}: ${rest}`
  return /^\d/.test(rest) ? `${title}[${rest}]` : `${title}.${rest}`
}
