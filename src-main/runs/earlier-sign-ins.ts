import {
  acceptsPassword,
  historyFact,
  historyOf,
  otherProfileFact,
  type EarlierSignIn,
  type OtherProfile,
} from '#engine/facts/history.ts'
import { revealText, type Secret } from '#engine/secret/secret.ts'
import type { TraceEvent } from '#engine/trace/event.ts'
import type { Fact } from '#engine/trace/fact.ts'
import { timeline } from '#engine/trace/timeline.ts'
import type { RunRequest } from './run-dependencies.ts'

/** How many sign-ins are looked through, newest first: a lock-out is over after far fewer. */
export const mostLookedThrough = 50

/** A sign-in that was begun before. */
interface Earlier {
  readonly request: RunRequest
  readonly events: () => readonly TraceEvent[]
}

/** What earlier sign-ins of the same user to the same app client say about this one. */
export function historyFacts(
  request: RunRequest,
  newestFirst: readonly Earlier[],
  now: number,
): readonly Fact[] {
  const { clientId, userPoolId } = request.client
  const username = nameOf(request)
  if (username === '') return []
  const password = passwordOf(request)
  const earlier = newestFirst.slice(0, mostLookedThrough).flatMap((one): EarlierSignIn[] => {
    const { client, target } = one.request
    const same = client.clientId === clientId && target.endpoint === request.target.endpoint
    if (!same || nameOf(one.request) !== username) return []
    const samePassword = password !== '' && passwordOf(one.request) === password
    const samePool = client.userPoolId === userPoolId
    return [{ view: timeline(one.events()), samePassword, samePool }]
  })
  const history = historyOf(earlier, now)
  const other = otherProfile(request, newestFirst.slice(0, mostLookedThrough), password)
  return [
    ...(history ? [{ name: historyFact.name, values: { ...history } }] : []),
    ...(other ? [{ name: otherProfileFact.name, values: { ...other } }] : []),
  ]
}

/** The newest sign-in elsewhere that the same name and password brought through. */
function otherProfile(
  request: RunRequest,
  newestFirst: readonly Earlier[],
  password: string,
): OtherProfile | undefined {
  if (password === '') return undefined
  for (const one of newestFirst) {
    if (nameOf(one.request) !== nameOf(request) || passwordOf(one.request) !== password) continue
    const differs = firstDifference(one.request, request)
    if (differs === undefined) continue
    const view = timeline(one.events())
    if (acceptsPassword(view)) return { differs, flow: view.flow }
  }
  return undefined
}

function firstDifference(
  { client, target }: RunRequest,
  { client: own, target: ownTarget }: RunRequest,
): OtherProfile['differs'] | undefined {
  if (target.region !== ownTarget.region) return 'region'
  if (target.endpoint !== ownTarget.endpoint) return 'endpoint'
  // The app client decides which pool answers: with the same one, another pool id is a wrong id.
  if (client.clientId !== own.clientId)
    return client.userPoolId === own.userPoolId ? 'app client' : 'user pool'
  const secretOf = ({ clientSecret }: RunRequest['client']) => revealText(clientSecret ?? '')
  return secretOf(client) === secretOf(own) ? undefined : 'client secret'
}

const nameOf = ({ input }: RunRequest): string =>
  revealText(input.parameters['USERNAME'] ?? '').toLowerCase()

const passwordOf = ({ input, known }: RunRequest): string => {
  const password: string | Secret | undefined = input.parameters['PASSWORD'] ?? known.password
  return password === undefined ? '' : revealText(password)
}
