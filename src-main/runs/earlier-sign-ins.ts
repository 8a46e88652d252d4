import { historyFact, historyOf, type EarlierSignIn } from '#engine/facts/history.ts'
import { revealText, type Secret } from '#engine/secret/secret.ts'
import type { TraceEvent } from '#engine/trace/event.ts'
import type { Fact } from '#engine/trace/fact.ts'
import { timeline } from '#engine/trace/timeline.ts'
import type { RunRequest } from './run-dependencies.ts'

/** How many sign-ins are looked through, newest first: a lock-out is over after far fewer. */
const mostLookedThrough = 50

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
  return history ? [{ name: historyFact.name, values: { ...history } }] : []
}

const nameOf = ({ input }: RunRequest): string =>
  revealText(input.parameters['USERNAME'] ?? '').toLowerCase()

const passwordOf = ({ input, known }: RunRequest): string => {
  const password: string | Secret | undefined = input.parameters['PASSWORD'] ?? known.password
  return password === undefined ? '' : revealText(password)
}
