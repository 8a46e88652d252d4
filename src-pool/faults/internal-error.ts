import { refusals } from '../refusals/catalogue.ts'
import { fault, whichCalls } from './fault.ts'

export const internalError = fault({
  name: 'internal-error',
  title: 'Internal error',
  imitates: 'A failure inside the service: status 500, InternalErrorException. Clients try again.',
  settings: whichCalls,
  act: () => ({ kind: 'refusal', status: 500, refusal: refusals.internalError }),
})
