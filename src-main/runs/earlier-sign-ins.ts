import {
  acceptsPassword,
  historyFact,
  historyOf,
  otherProfileFact,
  type EarlierSignIn,
  type OtherProfile,
} from '#engine/facts/history.ts'
import { revealText } from '#engine/secret/secret.ts'
import type { Fact } from '#engine/trace/fact.ts'
import type { PastRun, RunSubject } from './past-run.ts'

/** What earlier sign-ins of the same user to the same app client say about this one. */
export function historyFacts(
  subject: RunSubject,
  newestFirst: readonly PastRun[],
  now: number,
): readonly Fact[] {
  const { clientId, endpoint, userPoolId } = subject.target
  if (nameOf(subject) === '') return []
  const password = revealText(subject.password ?? '')
  const ofUser = newestFirst.filter((one) => nameOf(one) === nameOf(subject))
  const earlier = ofUser
    .filter(({ target }) => target.clientId === clientId && target.endpoint === endpoint)
    .map((one): EarlierSignIn => ({
      view: one.view(),
      samePassword: password !== '' && revealText(one.password ?? '') === password,
      samePool: one.target.userPoolId === userPoolId,
    }))
  const history = historyOf(earlier, now)
  const other = otherProfile(subject, ofUser, password)
  return [
    ...(history ? [{ name: historyFact.name, values: { ...history } }] : []),
    ...(other ? [{ name: otherProfileFact.name, values: { ...other } }] : []),
  ]
}

/** The newest sign-in elsewhere that the same name and password brought through. */
function otherProfile(
  subject: RunSubject,
  ofUser: readonly PastRun[],
  password: string,
): OtherProfile | undefined {
  if (password === '') return undefined
  for (const one of ofUser) {
    if (revealText(one.password ?? '') !== password) continue
    const differs = firstDifference(one, subject)
    if (differs === undefined) continue
    const view = one.view()
    if (acceptsPassword(view)) return { differs, flow: view.flow }
  }
  return undefined
}

function firstDifference(other: RunSubject, own: RunSubject): OtherProfile['differs'] | undefined {
  if (other.target.region !== own.target.region) return 'region'
  if (other.target.endpoint !== own.target.endpoint) return 'endpoint'
  // The app client decides which pool answers: with the same one, another pool ID is a wrong id.
  if (other.target.clientId !== own.target.clientId)
    return other.target.userPoolId === own.target.userPoolId ? 'app client' : 'user pool'
  if (other.clientSecret === 'unknown' || own.clientSecret === 'unknown') return undefined
  const secretOf = ({ clientSecret }: RunSubject) => revealText(clientSecret ?? '')
  return secretOf(other) === secretOf(own) ? undefined : 'client secret'
}

const nameOf = ({ username }: RunSubject): string => revealText(username).toLowerCase()
