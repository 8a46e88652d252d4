import type { PoolConfiguration } from '../configuration/configuration.ts'
import type { Factor } from '../state/passed-factors.ts'

/** The level of assurance of a sign-in with these factors. Source: developer guide, "step-up". */
function levelOf(factors: readonly Factor[]): 1 | 2 | 3 | 4 {
  const has = (...any: readonly Factor[]) => any.some((factor) => factors.includes(factor))
  if (has('pwd') && has('otp')) return 4
  if (has('swk', 'hwk') || (has('pwd') && has('sms', 'email_otp'))) return 3
  return has('sms', 'email_otp') ? 2 : 1
}

/** The names of the four levels in a pool, the lowest first. */
export const acrNamesOf = ({
  acrNames: { level1, level2, level3, level4 },
}: Pick<PoolConfiguration, 'acrNames'>) => [level1, level2, level3, level4] as const

/** The claim `acr` of a sign-in with these factors. */
export const assuranceOf = (
  settings: Pick<PoolConfiguration, 'acrNames'>,
  factors: readonly Factor[],
): string => acrNamesOf(settings)[levelOf(factors) - 1] ?? ''

/** Whether these factors reach a level. */
export const reaches = (factors: readonly Factor[], target: number): boolean =>
  factors.length > 0 && levelOf(factors) >= target

/** The claim `amr`: each factor, and `mfa` where there are two. */
export const methodsOf = (factors: readonly Factor[]): readonly string[] => [
  ...factors,
  ...(factors.length > 1 ? ['mfa'] : []),
]
