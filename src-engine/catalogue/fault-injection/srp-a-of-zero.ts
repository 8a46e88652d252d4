import { valuesOf, withValues, type RequestFault } from '../define-request-fault.ts'

/** SRP_A = 0, which every server has to refuse: the key would be known to anybody. */
export const srpAOfZero: RequestFault = {
  name: 'srp-a-of-zero',
  title: 'SRP_A = 0',
  provokes: 'InvalidParameterException',
  make: (request) =>
    valuesOf(request)['SRP_A'] === undefined ? undefined : withValues(request, { SRP_A: '0' }),
}
