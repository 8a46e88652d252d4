const regionForm = /^[a-z]{2,4}(-[a-z]+)+-\d+$/

/** Whether a text has the form of a region, as in `eu-central-1` and `us-gov-west-1`. */
export const isRegion = (text: string): boolean => regionForm.test(text)

/** The region that a user pool ID begins with, or undefined when the text holds none. */
export function regionOf(userPoolId: string): string | undefined {
  const region = userPoolId.split('_', 1)[0] ?? ''
  return userPoolId.includes('_') && isRegion(region) ? region : undefined
}

/**
 * The user pool ID within a longer text that people paste instead of it (an ARN, an issuer
 * or JWKS address), or undefined.
 */
export const poolIdWithin = (text: string): string | undefined =>
  /(?:userpool\/|cognito-idp[^/]*\/)([\w-]+_[0-9a-zA-Z]+)/.exec(text)?.[1]
