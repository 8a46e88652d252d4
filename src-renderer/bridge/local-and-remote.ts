/** One thing, as it is here, at Cognito, or at both. */
export interface HereAndThere<Here, There> {
  readonly here?: Here
  readonly there?: There
  /** `unknown` while Cognito was not asked about its user. */
  readonly place: 'both' | 'only here' | 'only in Cognito' | 'unknown'
}

/**
 * What is stored here, together with what Cognito has of the signed-in user.
 * @param listed undefined while Cognito was not asked
 * @param keyOf what both sides know a thing by
 * @param isOfUser whether what is kept here is of that user
 */
export function hereAndThere<Here, There>(
  kept: readonly Here[],
  listed: readonly There[] | undefined,
  keyOf: (one: Here | There) => string,
  isOfUser: (here: Here) => boolean,
): readonly HereAndThere<Here, There>[] {
  const keys = new Set(kept.map(keyOf))
  return [
    ...kept.map((here): HereAndThere<Here, There> => {
      const there = listed?.find((one) => keyOf(one) === keyOf(here))
      if (there) return { here, there, place: 'both' }
      return { here, place: listed && isOfUser(here) ? 'only here' : 'unknown' }
    }),
    ...(listed ?? [])
      .filter((one) => !keys.has(keyOf(one)))
      .map((there) => ({ there, place: 'only in Cognito' as const })),
  ]
}
