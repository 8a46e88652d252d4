const suffixes: readonly (readonly [region: RegExp, suffix: string])[] = [
  [/^cn-/, 'amazonaws.com.cn'],
  [/^eusc-/, 'amazonaws.eu'],
  [/^us-isob-/, 'sc2s.sgov.gov'],
  [/^us-iso-/, 'c2s.ic.gov'],
  [/^eu-isoe-/, 'cloud.adc-e.uk'],
  [/^us-isof-/, 'csp.hci.ic.gov'],
]

const hostOf = (region: string): string =>
  `cognito-idp.${region}.${suffixes.find(([pattern]) => pattern.test(region))?.[1] ?? 'amazonaws.com'}`

/** Where the user pool service of a region is, as a URL without a slash at the end. */
export const serviceUrlOf = (region: string): string => `https://${hostOf(region)}`

/**
 * The issuers that tokens of a pool may name: the ORIGINAL form, and the UPDATED one of pools that
 * live in several regions. Empty when the text is not a pool ID.
 */
export function issuersOf(userPoolId: string): readonly string[] {
  const region = /^([\w-]+)_[0-9a-zA-Z]+$/.exec(userPoolId)?.[1]
  if (region === undefined) return []
  return [
    `https://${hostOf(region)}/${userPoolId}`,
    `https://issuer-${hostOf(region)}/${userPoolId}`,
  ]
}
