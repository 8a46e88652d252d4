import { valuesOf, withValues, type RequestFault } from '../define-request-fault.ts'

/** The code under another factor's key. */
export const codeOfAnotherFactor: RequestFault = {
  name: 'code-of-another-factor',
  title: 'The code under another factor’s key',
  provokes: 'InvalidParameterException: Missing required parameter',
  make: (request) => {
    const found = Object.entries(valuesOf(request)).find(([key]) => key.endsWith('_CODE'))
    if (!found) return undefined
    const [key, code] = found
    const other = key === 'SMS_MFA_CODE' ? 'EMAIL_OTP_CODE' : 'SMS_MFA_CODE'
    return withValues(request, { [key]: undefined, [other]: code })
  },
}
