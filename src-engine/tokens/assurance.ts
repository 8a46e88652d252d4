/** The name of the value that a step-up shows of the sign-in before it. */
export const assuranceBeforeName = 'assurance before'

/**
 * How a sign-in was done, as its tokens say: `urn:cognito:loa:4 by pwd, otp`. Undefined for tokens
 * without acr, as pools below the tier Essentials issue them (developer guide, "Step-up").
 */
export function assuranceOf(
  claims: Readonly<Record<string, unknown>> | undefined,
): string | undefined {
  const { acr, amr } = claims ?? {}
  if (typeof acr !== 'string') return undefined
  const methods = Array.isArray(amr) ? amr.filter((item) => typeof item === 'string') : []
  return methods.length > 0 ? `${acr} by ${methods.join(', ')}` : acr
}
