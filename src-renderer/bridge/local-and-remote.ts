/** One thing, as it is here, at Cognito, or at both. */
export interface LocalAndRemote<Local, Remote> {
  readonly local?: Local
  readonly remote?: Remote
  /** `unknown` while Cognito was not asked about its user. */
  readonly place: 'both' | 'only here' | 'only in Cognito' | 'unknown'
}

/**
 * What is stored here, together with what Cognito has of the signed-in user.
 * @param listed undefined while Cognito was not asked
 * @param keyOf what both sides know a thing by
 * @param isOfUser whether what is kept here is of that user
 */
export function matchLocalAndRemote<Local, Remote>(
  kept: readonly Local[],
  listed: readonly Remote[] | undefined,
  keyOf: (one: Local | Remote) => string,
  isOfUser: (local: Local) => boolean,
): readonly LocalAndRemote<Local, Remote>[] {
  const keys = new Set(kept.map(keyOf))
  return [
    ...kept.map((local): LocalAndRemote<Local, Remote> => {
      const remote = listed?.find((one) => keyOf(one) === keyOf(local))
      if (remote) return { local, remote, place: 'both' }
      return { local, place: listed && isOfUser(local) ? 'only here' : 'unknown' }
    }),
    ...(listed ?? [])
      .filter((one) => !keys.has(keyOf(one)))
      .map((remote) => ({ remote, place: 'only in Cognito' as const })),
  ]
}
