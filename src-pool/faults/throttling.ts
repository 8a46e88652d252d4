import { exception } from '../refusals/refusal.ts'
import { fault, whichCalls } from './fault.ts'

const refusal = exception('TooManyRequestsException')('Rate exceeded', 'reported')

export const throttling = fault({
  name: 'throttling',
  title: 'Throttling',
  imitates:
    'An account whose request rate is used up: TooManyRequestsException. Clients try again.',
  settings: whichCalls,
  act: () => ({ kind: 'refusal', status: 400, refusal }),
})
