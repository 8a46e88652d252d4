import type { Factor } from '../state/passed-factors.ts'

const level = (number: number) => `urn:cognito:loa:${String(number)}`

/** The claim `acr` of a sign-in with these factors. Source: developer guide, "step-up". */
export function assuranceOf(factors: readonly Factor[]): string {
  const has = (...any: readonly Factor[]) => any.some((factor) => factors.includes(factor))
  if (has('pwd') && has('otp')) return level(4)
  if (has('swk', 'hwk') || (has('pwd') && has('sms', 'email_otp'))) return level(3)
  return has('sms', 'email_otp') ? level(2) : level(1)
}

/** Whether these factors reach a level of TARGET_ACR_VALUES. */
export const reaches = (factors: readonly Factor[], target: string): boolean =>
  factors.length > 0 && assuranceOf(factors) >= target

/** The claim `amr`: each factor, and `mfa` where there are two. */
export const methodsOf = (factors: readonly Factor[]): readonly string[] => [
  ...factors,
  ...(factors.length > 1 ? ['mfa'] : []),
]
