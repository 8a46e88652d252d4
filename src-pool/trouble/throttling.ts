import { exception } from '../refusals/refusal.ts'
import { trouble, whichCalls } from './trouble.ts'

const refusal = exception('TooManyRequestsException')('Rate exceeded', 'reported')

export const throttling = trouble({
  name: 'throttling',
  title: 'Throttling',
  imitates:
    'An account whose request rate is used up: TooManyRequestsException. Clients try again.',
  settings: whichCalls,
  act: () => ({ kind: 'refusal', status: 400, refusal }),
})
