import { parseJsonObject, textMember, member } from '#engine/import/json-object.ts'
import type { Secret, SecretKind } from '#engine/secret/secret.ts'
import type { TraceEvent, TraceTarget } from '#engine/trace/event.ts'
import { timeline, type Timeline } from '#engine/trace/timeline.ts'
import type { RunRequest } from './run-dependencies.ts'

/** Who signs in where, and with what: what runs are compared by. */
export interface RunSubject {
  readonly target: Pick<TraceTarget, 'clientId' | 'endpoint' | 'region' | 'userPoolId'>
  readonly username: string | Secret
  readonly password?: string | Secret | undefined
  readonly refreshToken?: string | Secret | undefined
  /** `unknown` where another program has it. */
  readonly clientSecret?: Secret | 'unknown' | undefined
}

/** Another run, performed, watched or imported, which says something about a new one. */
export interface PastRun extends RunSubject {
  readonly view: () => Timeline
  readonly secret: (mark: string) => Secret | undefined
}

/** The subject of a run that is about to be performed. */
export const subjectOf = ({ client, input, known, target }: RunRequest): RunSubject => ({
  target: { ...target, clientId: client.clientId, userPoolId: client.userPoolId },
  username: input.parameters['USERNAME'] ?? '',
  password: input.parameters['PASSWORD'] ?? known.password,
  refreshToken: input.parameters['REFRESH_TOKEN'],
  clientSecret: client.clientSecret,
})

/** A run of which only its trace is left, or that another program performed. */
export function pastRunOf(
  events: readonly TraceEvent[],
  secrets: ReadonlyMap<string, Secret>,
): PastRun | undefined {
  const started = events.find((event) => event.type === 'started')
  if (!started) return undefined
  const first = (kind: SecretKind) => [...secrets.values()].find((secret) => secret.kind === kind)
  const performed = (started.origin ?? { kind: 'performed' }).kind === 'performed'
  const token = sentRefreshToken(events)
  let view: Timeline | undefined
  return {
    target: started.target,
    username: started.username,
    password: first('password'),
    refreshToken: token === undefined ? undefined : secrets.get(token),
    clientSecret: first('client secret') ?? (performed ? undefined : 'unknown'),
    view: () => (view ??= timeline(events)),
    secret: (mark) => secrets.get(mark),
  }
}

/** The mark of the refresh token that a run began with. */
function sentRefreshToken(events: readonly TraceEvent[]): string | undefined {
  const first = events.find((event) => event.type === 'attempted')
  const body = parseJsonObject(first?.attempt.requestBody ?? '')
  return (
    textMember(member(body, 'AuthParameters'), 'REFRESH_TOKEN') ?? textMember(body, 'RefreshToken')
  )
}
