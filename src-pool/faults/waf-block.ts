import { exception } from '../refusals/refusal.ts'
import { fault, whichCalls } from './fault.ts'

const refusal = exception('ForbiddenException')('Request not allowed due to WAF block.', 'reported')

export const wafBlock = fault({
  name: 'waf-block',
  title: 'WAF block',
  imitates: 'A web ACL of AWS WAF before the user pool that blocks the request.',
  settings: whichCalls,
  act: () => ({ kind: 'refusal', status: 400, refusal }),
})
