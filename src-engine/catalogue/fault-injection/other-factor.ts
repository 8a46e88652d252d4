import { valuesOf, withValues, type RequestFault } from '../define-request-fault.ts'

/** Answers the challenge of another factor than the requested one. */
export const otherFactor: RequestFault = {
  name: 'other-factor',
  title: 'The answer to another factor’s challenge',
  provokes: 'NotAuthorizedException: Invalid session for the user',
  make: (request) => {
    const found = Object.entries(valuesOf(request)).find(([key]) => key.endsWith('_CODE'))
    if (!found) return undefined
    const [key, code] = found
    const [name, other] =
      key === 'SMS_MFA_CODE'
        ? ['SOFTWARE_TOKEN_MFA', 'SOFTWARE_TOKEN_MFA_CODE']
        : ['SMS_MFA', 'SMS_MFA_CODE']
    const { input, ...rest } = withValues(request, { [key]: undefined, [other]: code })
    return { ...rest, input: { ...input, ChallengeName: name } }
  },
}
