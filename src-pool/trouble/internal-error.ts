import { refusals } from '../refusals/catalogue.ts'
import { trouble, whichCalls } from './trouble.ts'

export const internalError = trouble({
  name: 'internal-error',
  title: 'Internal error',
  imitates: 'A failure inside the service: status 500, InternalErrorException. Clients try again.',
  settings: whichCalls,
  act: () => ({ kind: 'refusal', status: 500, refusal: refusals.internalError }),
})
